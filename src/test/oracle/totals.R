# Totals, covariances, degrees of freedom and shares of small designs that hurt, by R's survey package.
# Writes definition, respondents and expected figures of every case below src/test/resources/oracle/totals.
# Run from the root: Rscript src/test/oracle/totals.R [folder]
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "src/test/resources/oracle/totals"

definition <- function(id, design, center) {
  c(
    paste0("survey: ", id), "title: Oracle", "language: en", paste0("design: {", design, "}"),
    "deliveries:",
    paste0("  - {files: ", id, ".csv, layout: microdata, wave: column wave, locale: csv,"),
    '     missing: ["-77"], not asked: ["-99"]}',
    "questions:",
    "  q: {column: q, answers: {1: Bad, 2: Poor, 3: Fair, 4: Good}, missing: {8: Don't know}}",
    "  m: {column: m_*, multiple: dummies, answers: {a: A, b: B, c: C}}",
    paste0("  x: {column: x, number: points, center: ", format(center, scientific = FALSE), "}"),
    "breakdowns:",
    "  gender: {column: gender, groups: {f: Female, m: Male}}",
    "  region: {column: region, groups: {n: North, s: South, w: West, i: Islands}}"
  )
}

# Respondents: answers depend on the PSU; islands are one PSU's; some are silent, not asked, or of weight 0.
respondents <- function(seed, n, strata, psus, weights, offset = 0, waves = 2012) {
  set.seed(seed)
  d <- data.frame(id = seq_len(n))
  d$wave <- sample(rep(waves, length.out = n))
  d$stratum <- sample(strata, n, replace = TRUE)
  # labels repeat across strata; every stratum has its own number of PSUs
  d$psu <- ceiling(runif(n) * psus[match(d$stratum, strata)])
  d$weight <- weights(n)
  d$weight[sample(n, 3)] <- 0
  d$gender <- sample(c("f", "m", ""), n, replace = TRUE, prob = c(.5, .45, .05))
  d$region <- sample(c("n", "s", "w"), n, replace = TRUE)
  d$region[d$stratum == strata[1] & d$psu == 1] <- "i"
  lean <- (d$psu %% 3) / 4
  d$q <- pmin(4, 1 + floor(4 * runif(n) * (.6 + lean)))
  d$q <- ifelse(runif(n) < .08, "8", ifelse(runif(n) < .06, "", ifelse(runif(n) < .05, "-99", d$q)))
  for (option in c("a", "b", "c")) d[[paste0("m_", option)]] <- as.character(rbinom(n, 1, .3 + lean / 2))
  silent <- runif(n)
  for (option in c("m_a", "m_b", "m_c")) {
    d[[option]][silent < .05] <- "-99"
    d[[option]][silent > .94] <- "-77"
  }
  x <- round(offset + rnorm(n, 50 * lean, 20), 3)
  d$x <- format(x, trim = TRUE, nsmall = 3, digits = 15)
  d$x[runif(n) < .1] <- ""
  d$x[runif(n) < .05] <- "-99"
  short <- as.character(d$weight)
  d$weight <- ifelse(as.numeric(short) == d$weight, short, sprintf("%.17g", d$weight))
  d
}

figures <- character()
put <- function(key, quantity, i, j, value) {
  figures[length(figures) + 1] <<-
    paste(c(key, quantity, i, j, sprintf("%.17g", value)), collapse = ",")
}

# One vector of parts: columns of `y` (1 or 0, or the number in the first column) for those in the domain.
measure <- function(des, key, y, valid, domain, asked, number = FALSE) {
  inside <- domain & asked
  if (!any(inside)) return(invisible())
  w <- weights(des, "sampling")
  parts <- colnames(y)
  z <- y * inside
  z[!inside, ] <- 0
  total <- svytotal(z, des)
  V <- vcov(total)
  for (i in seq_along(parts)) {
    put(key, "total", parts[i], "", coef(total)[i])
    for (j in i:length(parts)) put(key, "covariance", parts[i], parts[j], V[i, j])
    if (!number || i > 1) put(key, "n", parts[i], "", sum(z[, i]))
  }
  base <- inside & rowSums(y[, valid, drop = FALSE] != 0) > 0
  if (number) base <- inside & y[, 2] > 0
  put(key, "df-asked", "", "", degf(subset(des, inside)))
  put(key, "df-valid", "", "", if (any(base)) degf(subset(des, base)) else 0)
  if (!any(base)) return(invisible())
  put(key, "kish", "", "", sum(w[base])^2 / sum(w[base]^2))
  for (kind in c("valid", "asked")) {
    if (number && kind == "asked") next
    here <- if (kind == "valid") base else inside
    D <- update(des, .y = 0)
    for (i in if (number) 1 else valid) {
      D$variables$.y <- y[, i]
      share <- svymean(~.y, subset(D, here))
      put(key, paste0("estimate-", kind), parts[i], "", coef(share))
      put(key, paste0("variance-", kind), parts[i], "", vcov(share)[1, 1])
    }
  }
}

case <- function(id, design, d, svy, center = 0) {
  writeLines(definition(id, design, center), file.path(folder, paste0(id, ".yaml")))
  file <- file.path(folder, paste0(id, ".csv"))
  write.csv(d, file, row.names = FALSE, quote = FALSE, eol = "\n")
  d <- read.csv(file, colClasses = c(q = "character", x = "character", gender = "character", region = "character",
    m_a = "character", m_b = "character", m_c = "character"))
  figures <<- "wave,question,option,breakdown,group,quantity,i,j,value"
  for (wave in sort(unique(d$wave))) {
    e <- d[d$wave == wave & d$weight > 0, ]
    des <- svy(e)
    domains <- list(list("total", "total", rep(TRUE, nrow(e))))
    for (by in c("gender", "region")) {
      for (group in sort(setdiff(unique(e[[by]]), ""))) {
        domains[[length(domains) + 1]] <- list(by, group, e[[by]] == group)
      }
    }
    for (domain in domains) {
      key <- function(question, option) c(wave, question, option, domain[[1]], domain[[2]])
      parts <- c("1", "2", "3", "4", "8", "")
      y <- sapply(parts, function(a) as.numeric(e$q == a))
      colnames(y) <- c(parts[1:5], "no-answer")
      measure(des, key("q", ""), y, 1:4, domain[[3]], e$q != "-99")
      for (option in c("a", "b", "c")) {
        m <- e[[paste0("m_", option)]]
        y <- cbind(chosen = as.numeric(m == "1"), "not-chosen" = as.numeric(m == "0"),
          "no-answer" = as.numeric(m == "-77"))
        measure(des, key("m", option), y, 1:2, domain[[3]], m != "-99")
      }
      there <- !(e$x %in% c("", "-99"))
      x <- ifelse(there, suppressWarnings(as.numeric(e$x)) - center, 0)
      y <- cbind(sum = x, weight = as.numeric(there), "no-answer" = as.numeric(e$x == ""))
      measure(des, key("x", ""), y, 1:2, domain[[3]], e$x != "-99", number = TRUE)
    }
  }
  writeLines(figures, file.path(folder, paste0(id, ".expected.csv")))
}

even <- function(n) round(runif(n, .3, 3), 6)
orders <- function(n) 10^runif(n, -3, 3)
tiny <- function(n) 10^runif(n, -6.5, -5.5)
clustered <- function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, nest = TRUE, data = e)

case("lonely", "weight: weight, stratum: stratum, psu: psu",
  respondents(1, 260, c("A", "B", "C", "D"), c(6, 1, 3, 1), even, waves = c(2012, 2014)), clustered)
case("orders", "weight: weight, stratum: stratum, psu: psu",
  respondents(2, 200, c("A", "B", "C"), c(8, 5, 2), orders), clustered)
case("clusters", "weight: weight, psu: psu",
  respondents(3, 150, "A", 12, even, offset = 1e9),
  function(e) svydesign(ids = ~psu, weights = ~weight, data = e), center = 1000000000)
case("weights", "weight: weight",
  respondents(4, 180, "A", 1, orders, offset = 2000),
  function(e) svydesign(ids = ~1, weights = ~weight, data = e), center = 2000)
case("tiny", "weight: weight",
  respondents(5, 160, c("A", "B"), c(1, 1), tiny),
  function(e) svydesign(ids = ~1, weights = ~weight, data = e))
d <- respondents(6, 170, c("A", "B", "C"), c(1, 1, 1), even, offset = 1e7, waves = c(2012, 2013))
d$stratum[1] <- "D"
d$weight[1] <- "1.5"
case("strata", "weight: weight, stratum: stratum", d,
  function(e) svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = e), center = 10000000)
case("finite", "weight: weight, stratum: stratum, psu: psu, population: {A: 20, B: 3, C: 4, D: 9.5}",
  respondents(7, 220, c("A", "B", "C", "D"), c(6, 1, 4, 5), even),
  function(e) {
    e$N <- c(A = 20, B = 3, C = 4, D = 9.5)[e$stratum]
    svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~N, nest = TRUE, data = e)
  })
case("register", "weight: weight, stratum: stratum, population: {A: 400, B: 90}",
  respondents(8, 140, c("A", "B"), c(1, 1), even),
  function(e) {
    e$N <- c(A = 400, B = 90)[e$stratum]
    svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~N, data = e)
  })
case("turnover", "weight: weight, stratum: stratum, psu: psu",
  respondents(9, 120, c("A", "B"), c(5, 4), function(n) round(runif(n, 1, 40), 2), offset = 2e9), clustered)
