# Raked weights, shares weighted by employment, and errors of printed figures. From the root:
# Rscript src/test/oracle/calibrated.R [folder]; files as estimates.R writes them.
source("src/test/oracle/lib.R")

# Weights raked wave by wave to margins (a table by breakdown), as survey::rake does with epsilon 1e-7 of the sum of the
# weights and at most 100 rounds; a weight column of its own, and what is to be told of the calibration.
raked <- function(id, e, design, margins) {
  e$raked <- NA
  told <- "wave,rounds,deff,smallest,largest"
  for (wave in sort(unique(e$wave))) {
    here <- which(e$wave == wave)
    before <- design(e[here, ])
    w <- weights(before, "sampling")
    targets <- lapply(names(margins), function(by) {
      counts <- margins[[by]]
      # shares are taken of the sum of the weights
      if (abs(sum(counts) - 1) < 1e-9) counts <- counts * sum(w)
      setNames(data.frame(names(counts), as.vector(counts)), c(by, "Freq"))
    })
    formulas <- lapply(names(margins), function(by) as.formula(paste0("~", by)))
    after <- function(rounds) rake(before, formulas, targets, control = list(maxit = rounds, epsilon = 1e-7))
    for (rounds in 1:100) {
      converged <- TRUE
      result <- withCallingHandlers(after(rounds), warning = function(w) {
        converged <<- FALSE
        invokeRestart("muffleWarning")
      })
      if (converged) break
    }
    stopifnot(converged)
    new <- weights(result, "sampling")
    e$raked[here] <- new
    factor <- new / w * sum(w) / sum(new)
    told <- c(told, paste(c(wave, rounds, digits(length(new) * sum(new^2) / sum(new)^2), digits(min(factor)),
      digits(max(factor))), collapse = ","))
  }
  writeLines(told, file.path(folder, "expected", paste0(id, ".raking.csv")))
  e
}

even <- function(n) round(runif(n, .3, 3), 6)
orders <- function(n) 10^runif(n, -3, 3)

# Everybody is in a group of each margin.
complete <- function(seed, ...) {
  d <- respondents(seed, ...)
  set.seed(seed)
  d$gender[d$gender == ""] <- "f"
  d$region[d$region == "r"] <- "s"
  d$age <- sample(c("young", "middle", "old"), nrow(d), replace = TRUE, prob = c(.5, .3, .2))
  d$age[d$gender == "m" & runif(nrow(d)) < .3] <- "old"
  d
}

two <- list(gender = c(f = .505, m = .495), region = c(n = .61, s = .27, i = .12))
d <- complete(31, c(260, 330), c("A", "B", "C"), c(6, 5, 1), even, c(2012, 2013))
definition("rake-two", paste("weight: weight, stratum: stratum, psu: psu,",
  "rake: {gender: {f: 0.505, m: 0.495}, region: {n: 0.61, s: 0.27, i: 0.12}}"), tables[c("q", "q-beta", "e")])
e <- raked("rake-two", respondents_file("rake-two", d),
  function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, nest = TRUE, data = e), two)
clustered <- function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~raked, nest = TRUE, data = e)
clustered_both <- function(e) {
  svydesign(ids = ~psu, strata = ~interaction(wave, stratum), weights = ~raked, nest = TRUE, data = e)
}
expect("rake-two", e, clustered, clustered_both, function(e) scores_of(e, c("q", "q-beta", "e")))

# population figures instead of shares, from a file beside the definition; no weights to start from
three <- list(gender = c(f = 2600, m = 2400), age = c(young = 1700, middle = 1800, old = 1500),
  region = c(n = 3000, s = 1500, i = 500))
d <- complete(32, c(240, 200), "A", 8, function(n) rep(1, n), c(2012, 2013))
d$weight <- "1"
definition("rake-three", "rake: rake-three.csv", tables[c("q", "m")],
  breakdowns = "  age: {column: age, groups: {young: Young, middle: Middle, old: Old}}")
writeLines(c("wave,breakdown,group,population", unlist(lapply(names(three), function(by) {
  paste("", by, names(three[[by]]), three[[by]], sep = ",")
}))), file.path(folder, "jobs", "rake-three.csv"))
e <- raked("rake-three", respondents_file("rake-three", d), function(e) svydesign(ids = ~1, weights = ~weight, data = e),
  three)
expect("rake-three", e, function(e) svydesign(ids = ~1, weights = ~raked, data = e),
  function(e) svydesign(ids = ~1, strata = ~wave, weights = ~raked, data = e), function(e) scores_of(e, c("q", "m")),
  breakdowns = c("gender", "region", "age"))

# Organisations: their shares, and those weighted by employment, which are ratios of totals.
d <- respondents(33, c(160, 210), c("A", "B", "C"), c(4, 3, 5), even, c(2012, 2013))
set.seed(33)
d$employees <- ceiling(exp(rnorm(nrow(d), 3, 1.6)))
population <- c(A = 900, B = 400, C = 250)
definition("employment", paste("weight: weight, stratum: stratum, size: employees,",
  "population: {A: 900, B: 400, C: 250}"),
  c(tables[c("q", "m")], "q-size: {question: q, weighted by: size, measure: [share, {top: 2}], by: all}",
    "m-size: {question: m, weighted by: size, by: all}"))
e <- respondents_file("employment", d)
plain <- function(e) {
  svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~population[stratum], data = e)
}
# the same arithmetic on the weight w x, held against svyratio
sized <- function(e) {
  e$wx <- e$weight * e$employees
  svydesign(ids = ~1, strata = ~stratum, weights = ~wx, fpc = ~population[stratum], data = e)
}
for (wave in unique(e$wave)) {
  here <- e[e$wave == wave & e$q %in% 1:5, ]
  design <- subset(plain(e[e$wave == wave, ]), q %in% 1:5)
  ratio <- svyratio(~I((q == "4") * employees), ~employees, design)
  mean <- svymean(~I(as.numeric(q == "4")), subset(sized(e[e$wave == wave, ]), q %in% 1:5))
  stopifnot(abs(coef(ratio) / coef(mean) - 1) < 1e-12, abs(SE(ratio) / SE(mean) - 1) < 1e-12)
}
expect("employment", e, plain,
  function(e) svydesign(ids = ~1, strata = ~interaction(wave, stratum), weights = ~weight,
    fpc = ~population[stratum], data = e),
  function(e) scores_of(e, c("q", "m")))
shares <- function(e) {
  some <- Filter(function(one) one$base == "valid" && one$measure %in% c("share", "top-2"), scores_of(e, c("q", "m")))
  lapply(some, function(one) {
    one$table <- paste0(one$table, "-size")
    one
  })
}
first <- readLines(file.path(folder, "expected", "employment.csv"))
expect("employment", e, sized,
  function(e) {
    e$wx <- e$weight * e$employees
    svydesign(ids = ~1, strata = ~interaction(wave, stratum), weights = ~wx, fpc = ~population[stratum], data = e)
  }, shares)
second <- readLines(file.path(folder, "expected", "employment.csv"))
second <- sub("svymean", "svyratio", second[-1])
writeLines(c(first, second), file.path(folder, "expected", "employment.csv"))

# Printed figures with their bases: v = deff p (1 - p) / n with n - 1 degrees of freedom; no respondents, no R function
# for the variance. Intervals by logit; a change has n1 - 1 + n2 - 1 - 1 degrees of freedom.
set.seed(34)
printed <- expand.grid(item = c("tv", "radio", "blogs"), wave = 2012:2014, stringsAsFactors = FALSE)
printed$percent <- round(runif(nrow(printed), 2, 97), 1)
printed$n <- c(812, 806, 640, 1204, 77, 1204, 31, 500, 12)
deff <- 1.4
writeLines(c(
  "survey: printed", "title: Oracle", "language: en", "design: {deff: 1.4}", "reliability: off", "disclosure: off",
  "deliveries:",
  "  - {files: printed.csv, layout: long, wave: column wave, items: column item, figure: column percent, base: column n,",
  "     answers: yes, question: uses, locale: csv, sum: any}",
  "questions:", "  uses: {items: {tv: TV, radio: Radio, blogs: Blogs}, answers: {yes: \"Yes\"}}",
  "tables:", "  uses: {}"), file.path(folder, "jobs", "printed.yaml"))
write.csv(printed, file.path(folder, "input", "printed.csv"), row.names = FALSE, quote = FALSE, eol = "\n")
p <- printed$percent / 100
v <- deff * p * (1 - p) / printed$n
half <- qt(.975, printed$n - 1) * sqrt(v) / (p * (1 - p))
low <- plogis(qlogis(p) - half)
high <- plogis(qlogis(p) + half)
lines <- HEADER
raw <- rep(NA, nrow(printed))
since <- ifelse(printed$wave > 2012, seq_len(nrow(printed)) - 3, NA)
d <- 100 * (p - p[since])
se <- 100 * sqrt(v + v[since])
df <- printed$n + printed$n[since] - 3
raw <- 2 * pt(-abs(d / se), df)
adjusted <- ave(raw, printed$wave, FUN = function(p) p.adjust(p, "holm"))
for (i in seq_len(nrow(printed))) {
  lines <- c(lines, paste(c("uses", printed$wave[i], "uses", printed$item[i], "yes", "total", "total", "share", "valid",
    digits(c(printed$percent[i], 100 * sqrt(v[i]), 100 * low[i], 100 * high[i], printed$n[i] - 1, printed$n[i],
      NA, d[i], se[i], df[i], raw[i], adjusted[i])), "approximate"), collapse = ","))
}
writeLines(lines, file.path(folder, "expected", "printed.csv"))
