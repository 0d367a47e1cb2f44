# What the scripts beside this one share: respondents with designs that hurt, definitions, and figures as R's survey
# package gives them. Every figure names the functions it came from in its last column.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17, warn = 1)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "src/test/resources/oracle/estimates"
for (part in c("jobs", "input", "expected")) dir.create(file.path(folder, part), recursive = TRUE, showWarnings = FALSE)

digits <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

# Texts that read back as the same double, short where they can be.
exact <- function(x) ifelse(as.numeric(as.character(x)) == x, as.character(x), sprintf("%.17g", x))

# Respondents of several waves. Answers depend on the PSU; group i of region is one PSU; some are silent (blank, 8), not
# asked (-99), in no group, or of weight 0. In the second wave nobody says 1 to `e`, and group i says 3 only. Group r of
# region is there in the first and last wave only, and its only member is silent on `q`.
respondents <- function(seed, n, strata, psus, weights, waves, offset = 0) {
  set.seed(seed)
  d <- data.frame(id = seq_len(sum(n)), wave = rep(waves, n))
  total <- nrow(d)
  d$stratum <- sample(strata, total, replace = TRUE)
  # labels repeat across strata; every stratum has its own number of PSUs
  d$psu <- ceiling(runif(total) * psus[match(d$stratum, strata)])
  d$weight <- weights(total)
  d$weight[sample(total, 3)] <- 0
  answers(d, strata, offset)
}

answers <- function(d, strata, offset = 0) {
  total <- nrow(d)
  waves <- unique(d$wave)
  at <- match(d$wave, waves)
  d$gender <- sample(c("f", "m", ""), total, replace = TRUE, prob = c(.5, .46, .04))
  d$region <- sample(c("n", "s"), total, replace = TRUE, prob = c(.8, .2))
  d$region[d$stratum == strata[1] & d$psu == 1] <- "i"
  rare <- c(which(at == 1 & d$weight > 0)[5], which(at == length(waves) & d$weight > 0)[5])
  d$region[rare] <- "r"
  lean <- (d$psu %% 3) / 4 + at / 20
  d$q <- pmin(5, 1 + floor(5 * runif(total) * (.55 + lean)))
  silence <- runif(total)
  d$q <- ifelse(silence < .07, "8", ifelse(silence < .12, "", ifelse(silence < .17, "-99", d$q)))
  d$q[rare] <- "8"
  d$e <- ifelse(d$region == "i", 3, pmin(3, (at == 2) + 1 + floor(2.4 * runif(total))))
  d$s <- pmin(10, pmax(0, round(rnorm(total, 4.5 + 3 * lean, 2.5))))
  for (option in c("a", "b", "c")) d[[paste0("m_", option)]] <- as.character(rbinom(total, 1, .25 + lean / 2))
  silent <- runif(total)
  for (option in c("m_a", "m_b", "m_c")) {
    d[[option]][silent < .05] <- "-99"
    d[[option]][silent > .94] <- "-77"
  }
  d$x <- format(round(offset + rnorm(total, 50 * lean, 20), 3), trim = TRUE, nsmall = 3, digits = 15)
  d$x[runif(total) < .1] <- ""
  d$weight <- exact(d$weight)
  d
}

# A definition; `tables` are its lines of tables.
definition <- function(id, design, tables, center = 0, breakdowns = character()) {
  writeLines(c(
    paste0("survey: ", id), "title: Oracle", "language: en", "reliability: off", "disclosure: off",
    if (nchar(design)) paste0("design: {", design, "}"),
    "deliveries:",
    paste0("  - {files: ", id, ".csv, layout: microdata, wave: column wave, locale: csv,"),
    '     missing: ["-77"], not asked: ["-99"]}',
    "questions:",
    "  q: {column: q, answers: {1: Bad, 2: Poor, 3: Fair, 4: Good, 5: Very good}, missing: {8: Don't know}}",
    "  e: {column: e, scale: 1-3}",
    "  s: {column: s, scale: 0-10}",
    "  m: {column: m_*, multiple: dummies, answers: {a: A, b: B, c: C}}",
    paste0("  x: {column: x, number: points, center: ", format(center, scientific = FALSE), "}"),
    "breakdowns:",
    "  gender: {column: gender, groups: {f: Female, m: Male}}",
    "  region: {column: region, groups: {n: North, s: South, i: Islands, r: Rocks}}",
    breakdowns, "tables:", paste0("  ", tables)
  ), file.path(folder, "jobs", paste0(id, ".yaml")))
}

respondents_file <- function(id, d) {
  file <- file.path(folder, "input", paste0(id, ".csv"))
  write.csv(d, file, row.names = FALSE, quote = FALSE, eol = "\n")
  texts <- setdiff(names(d), c("id", "wave", "psu", "weight", "employees"))
  back <- read.csv(file, colClasses = setNames(rep("character", length(texts)), texts))
  back[back$weight > 0, ]
}

# A score on the answers of one question: y for all, and who is asked and who answered.
score <- function(table, measure, answer, y, valid, asked = valid, base = "valid", interval = "logit",
                  center = 0, by = NULL, size = NULL) {
  kind <- if (measure == "mean") "mean" else if (measure == "net") "net" else "share"
  list(table = table, question = sub("-.*", "", table), measure = measure, answer = answer, y = y,
       inside = if (base == "valid") valid else asked, base = base, interval = interval, kind = kind, center = center,
       by = by, size = size)
}

# All scores of the tables q, e, s, m and x, and of q-beta: as q, with intervals by Korn and Graubard.
scores_of <- function(e, questions, center = 0) {
  out <- list()
  add <- function(...) out[[length(out) + 1]] <<- score(...)
  q <- ifelse(e$q %in% 1:5, suppressWarnings(as.numeric(e$q)), NA)
  asked <- e$q != "-99"
  for (base in c("valid", "asked")) {
    if ("q" %in% questions) {
      of <- function(measure, answer, y) add("q", measure, answer, y, !is.na(q), asked, base)
      for (a in 1:5) of("share", a, as.numeric(e$q == a))
      if (base == "asked") of("share", 8, as.numeric(e$q == "8"))
      of("top-2", "", as.numeric(e$q %in% 4:5))
      of("net", "", (e$q %in% 4:5) - (e$q %in% 1:2))
      if (base == "valid") of("mean", "", ifelse(is.na(q), 0, q))
    }
  }
  if ("q-beta" %in% questions) {
    for (a in 1:5) add("q-beta", "share", a, as.numeric(e$q == a), !is.na(q), asked, interval = "beta")
  }
  everybody <- rep(TRUE, nrow(e))
  if ("e" %in% questions) {
    for (a in 1:3) add("e", "share", a, as.numeric(e$e == a), everybody)
    add("e", "top-1", "", as.numeric(e$e == "3"), everybody)
  }
  if ("s" %in% questions) {
    s <- as.numeric(e$s)
    for (a in 0:10) add("s", "share", a, as.numeric(s == a), everybody)
    add("s", "top-3", "", as.numeric(s >= 8), everybody)
    add("s", "net", "", (s >= 8) - (s <= 2), everybody)
    add("s", "mean", "", s, everybody)
  }
  if ("m" %in% questions) {
    for (option in c("a", "b", "c")) {
      m <- e[[paste0("m_", option)]]
      for (base in c("valid", "asked")) {
        add("m", "share", option, as.numeric(m == "1"), m %in% c("0", "1"), m != "-99", base)
      }
    }
  }
  if ("x" %in% questions) {
    x <- suppressWarnings(as.numeric(e$x)) - center
    add("x", "mean", "", ifelse(is.na(x), 0, x), !is.na(x), center = center)
  }
  out
}

tables <- c(
  "q" = "q: {measure: [share, {top: 2}, {net: [[4, 5], [1, 2]]}, mean], base: [valid, asked], by: all}",
  "q-beta" = "q-beta: {question: q, interval: beta, by: all}",
  "e" = "e: {measure: [share, {top: 1}], by: all}",
  "s" = "s: {measure: [share, {top: 3}, {net: [[8, 9, 10], [0, 1, 2]]}, mean], by: all}",
  "m" = "m: {base: [valid, asked], by: all}",
  "x" = "x: {measure: mean, by: all}"
)

# One figure of one wave, on D: those who are counted.
level <- function(one, D, w, y) {
  n <- length(y)
  scale <- if (one$kind == "mean") 1 else 100
  D <- update(D, .y = y)
  m <- svymean(~.y, D)
  notes <- "svymean"
  p <- unname(coef(m))
  v <- vcov(m)[1, 1]
  df <- degf(D)
  extreme <- one$kind == "share" && (all(y == 0) || all(y == 1))
  # a variance this small beside its terms is rounding; the exact one is 0
  if (extreme || v < 1e-26 * max(1, max(y)^2)) v <- 0
  if (extreme) p <- y[1]
  ci <- c(NA, NA)
  if (extreme) {
    ci <- binom.test(sum(y), n)$conf.int[1:2]
    notes <- paste(notes, "binom.test")
  } else if (df > 0 && v > 0) {
    if (one$kind != "share") {
      ci <- confint(m, df = df)[1, ]
      notes <- paste(notes, "confint")
    } else {
      method <- if (one$interval == "beta") "beta" else "xlogit"
      ci <- confint(svyciprop(~.y, D, method = method))
      notes <- paste0(notes, " svyciprop:", method)
    }
  }
  list(value = scale * (one$center + p), se = scale * sqrt(v), ci = scale * (one$center + ci), df = df, n = n,
       kish = sum(w)^2 / sum(w^2), p = p, v = v, extreme = extreme, notes = notes, scale = scale)
}

# Outcome of both rules of reliability for a share, by the ordered rules: shown, u or withheld.
reliability <- function(one, l, D, y, smallest = 40) {
  p <- l$p
  m <- if (l$v > 0) p * (1 - p) / l$v else l$n
  width <- NA
  if (l$v > 0 && l$df > 0) {
    star <- min(l$n, m * (qt(.025, l$n - 1) / qt(.025, l$df))^2)
    width <- qbeta(.975, star * p + 1, star * (1 - p)) - qbeta(.025, star * p, star * (1 - p) + 1)
  }
  nchs <- if (min(l$n, m) < 30) "withheld"
    else if (l$extreme) "u"
    else if (l$v == 0) "shown"
    else if (is.na(width)) "u"
    else if (width <= .05) "shown"
    else if (width >= .30 || width / p > 1.30) "withheld"
    else if (width / (1 - p) > 1.30 || l$df < 8) "u" else "shown"
  cv <- if (l$p == 0) NA else sqrt(l$v) / l$p
  canada <- if (l$n < smallest || l$p == 0) "withheld" else if (cv <= .165) "shown" else if (cv <= .333) "u" else "withheld"
  c(l$n, digits(m), l$df, digits(width), digits(cv), nchs, canada)
}

HEADER <- paste0("table,wave,question,item,answer,breakdown,group,measure,base_kind,value,std_error,ci_low,ci_high,df,",
  "base,effective_base,change,change_std_error,change_df,change_p_raw,change_p_value,method_notes")

# Figures of a case. `svy` makes the design of one wave; `both` that of two waves, stacked.
# `make` gives the scores.
expect <- function(id, e, svy, both, make, reliable = FALSE, panel = FALSE,
                   breakdowns = c("gender", "region")) {
  waves <- sort(unique(e$wave))
  domains <- list(c("total", "total"))
  for (by in breakdowns) {
    for (group in sort(setdiff(unique(e[[by]]), ""))) domains[[length(domains) + 1]] <- c(by, group)
  }
  rows <- list()
  safe <- "table,wave,question,item,answer,breakdown,group,measure,base_kind,n,m,df,width,cv,nchs,statistics_canada"
  designs <- lapply(waves, function(wave) svy(e[e$wave == wave, ]))
  pairs <- list()
  all <- make(e)
  for (one in all) {
    for (domain in domains) {
      inside <- one$inside & (domain[1] == "total" | e[[if (domain[1] == "total") "gender" else domain[1]]] == domain[2])
      before <- 0
      for (at in seq_along(waves)) {
        here <- e$wave == waves[at]
        counted <- inside[here]
        if (!any(counted)) next
        D <- designs[[at]][counted, ]
        y <- one$y[here & inside]
        w <- weights(D, "sampling")
        l <- level(one, D, w, y)
        change <- list(d = NA, se = NA, df = NA, p = NA)
        if (before > 0) {
          key <- paste(before, at)
          two <- e$wave %in% waves[c(before, at)]
          if (is.null(pairs[[key]])) {
            pairs[[key]] <- both(e[two, ])
          }
          change <- difference(one, pairs[[key]], inside[two], one$y[two], e$wave[two] == waves[at], last, l, panel)
          l$notes <- paste(l$notes, change$notes)
        }
        rows[[length(rows) + 1]] <- list(
          table = one$table, wave = waves[at], since = if (before > 0) waves[before] else NA, p = change$p,
          key = c(one$table, waves[at], one$question, "", one$answer, domain, one$measure, one$base),
          level = digits(c(l$value, l$se, l$ci, l$df, l$n, l$kish)),
          change = digits(c(change$d, change$se, change$df, change$p)), notes = trimws(l$notes))
        if (reliable && one$kind == "share" && one$base == "valid" && one$interval == "logit") {
          safe <- c(safe, paste(c(one$table, waves[at], one$question, "", one$answer, domain, one$measure, one$base,
            reliability(one, l, D, y)), collapse = ","))
        }
        before <- at
        last <- l
      }
    }
  }
  # Holm's family: all changes of one table between one pair of waves
  family <- sapply(rows, function(row) if (is.na(row$p)) NA else paste(row$table, row$since, row$wave))
  raw <- sapply(rows, function(row) row$p)
  adjusted <- rep(NA_real_, length(rows))
  for (f in unique(na.omit(family))) {
    member <- which(family == f)
    adjusted[member] <- p.adjust(raw[member], "holm")
  }
  lines <- sapply(seq_along(rows), function(i) {
    row <- rows[[i]]
    paste(c(row$key, row$level, row$change, digits(adjusted[i]), row$notes), collapse = ",")
  })
  writeLines(c(HEADER, lines), file.path(folder, "expected", paste0(id, ".csv")))
  if (reliable) writeLines(safe, file.path(folder, "expected", paste0(id, ".reliability.csv")))
}

# The change between two waves by svyttest, held against totals and their contrast.
difference <- function(one, design, inside, y, later, before, now, panel) {
  d <- now$scale * (now$p - before$p)
  none <- list(d = d, se = NA, df = NA, p = NA, notes = "")
  both <- update(design, .y = y, .in = as.numeric(inside), .late = as.numeric(later),
    .a = y * inside * !later, .b = inside * !later, .c = y * inside * later, .d = inside * later)
  D <- both[inside, ]
  df <- degf(D) - 1
  if (before$v + now$v == 0 || df <= 0) return(none)
  test <- svyttest(.y ~ .late, D)
  se <- unname(diff(test$conf.int[1:2]) / 2 / qt(.975, test$parameter))
  stopifnot(test$parameter == df)
  # the same by totals of both waves and a contrast of their ratios
  totals <- svytotal(~.a + .b + .c + .d, both)
  contrast <- svycontrast(totals, quote(.c / .d - .a / .b))
  rounding <- 1e-9 * se + 1e-8 * sqrt(before$v + now$v)
  stopifnot(abs(SE(contrast) - se) <= rounding)
  if (!panel) stopifnot(abs(se - sqrt(before$v + now$v)) <= rounding)
  list(d = d, se = now$scale * se, df = df, p = unname(test$p.value), notes = "svyttest p.adjust")
}
