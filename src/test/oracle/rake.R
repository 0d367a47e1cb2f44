# Raked weights by R's survey::rake: two and three margins, weights over six orders of magnitude, shares and population
# totals. Writes respondents, definition and the raked weight of every respondent below src/test/resources/oracle/rake.
# Run from the root: Rscript src/test/oracle/rake.R [folder]
suppressPackageStartupMessages(library(survey))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments)) arguments[1] else "src/test/resources/oracle/rake"
dir.create(folder, recursive = TRUE, showWarnings = FALSE)

# Texts that read back as the same double, short where they can be.
exact <- function(x) ifelse(as.numeric(as.character(x)) == x, as.character(x), sprintf("%.17g", x))

case <- function(id, seed, n, draw, margins) {
  set.seed(seed)
  d <- data.frame(
    gender = sample(c("f", "m"), n, TRUE, c(.6, .4)),
    age = sample(c("young", "middle", "old"), n, TRUE, c(.2, .3, .5)),
    region = sample(c("n", "s", "e", "w"), n, TRUE, c(.1, .2, .3, .4)),
    q = sample(1:3, n, TRUE),
    weight = exact(draw(n)))
  design <- svydesign(ids = ~1, weights = ~w, data = transform(d, w = as.numeric(weight)))
  targets <- lapply(names(margins), function(by) {
    population <- margins[[by]]
    if (abs(sum(population) - 1) < 1e-9) population <- population * sum(weights(design))
    setNames(data.frame(names(population), as.vector(population)), c(by, "Freq"))
  })
  raked <- rake(design, lapply(names(margins), function(by) as.formula(paste0("~", by))), targets,
    control = list(maxit = 100, epsilon = 1e-7))
  d$raked <- sprintf("%.17g", weights(raked))
  write.csv(d, file.path(folder, paste0(id, ".csv")), row.names = FALSE, quote = FALSE, eol = "\n")
  inline <- sapply(names(margins), function(by) {
    paste0(by, ": {", paste0(names(margins[[by]]), ": ", format(margins[[by]], scientific = FALSE, trim = TRUE),
      collapse = ", "), "}")
  })
  writeLines(c(
    paste0("survey: ", id), "title: Oracle", "language: en",
    paste0("design: {weight: weight, rake: {", paste(inline, collapse = ", "), "}}"),
    "deliveries:",
    paste0("  - {files: ", id, ".csv, layout: microdata, wave: 2020, locale: csv}"),
    "questions:",
    "  q: {column: q, answers: {1: One, 2: Two, 3: Three}}",
    "breakdowns:",
    "  gender: {column: gender, groups: {f: Female, m: Male}}",
    "  age: {column: age, groups: {young: Young, middle: Middle, old: Old}}",
    "  region: {column: region, groups: {n: North, s: South, e: East, w: West}}"
  ), file.path(folder, paste0(id, ".yaml")))
}

orders <- function(n) 10^runif(n, -3, 3)
even <- function(n) round(runif(n, .3, 3), 6)
gender <- c(f = .503, m = .497)
age <- c(young = .31, middle = .33, old = .36)
region <- c(n = .15, s = .25, e = .32, w = .28)
case("two-shares", 1, 300, even, list(gender = gender, region = region))
case("two-orders", 2, 400, orders, list(region = region, age = age))
case("three-totals", 3, 500, even, list(gender = gender * 4.4e6, age = age * 4.4e6, region = region * 4.4e6))
case("three-orders", 4, 600, orders, list(gender = gender, age = age, region = region))
case("three-few", 5, 60, orders, list(age = age * 1000, gender = gender * 1000, region = region * 1000))
