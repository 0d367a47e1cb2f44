# Levels, intervals, changes and reliability of designs that hurt. From the root: Rscript src/test/oracle/estimates.R
# [folder]. Writes jobs/, input/ and expected/ below src/test/resources/oracle/estimates.
# survey 4.1 knows svyciprop's "xlogit"; older ones do not, and their "logit" is no oracle (it differs up to 5e-8).
source("src/test/oracle/lib.R")

even <- function(n) round(runif(n, .3, 3), 6)
orders <- function(n) 10^runif(n, -3, 3)
one <- function(n) rep(1, n)

case <- function(id, design, d, svy, both, questions, center = 0, reliable = FALSE) {
  definition(id, design, tables[questions], center)
  e <- respondents_file(id, d)
  expect(id, e, svy, both, function(e) scores_of(e, questions, center), reliable, panel = grepl("panel", design))
}

clustered <- function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, nest = TRUE, data = e)
# independent waves: each has strata of its own
clustered_both <- function(e) {
  svydesign(ids = ~psu, strata = ~interaction(wave, stratum), weights = ~weight, nest = TRUE, data = e)
}

case("lonely", "weight: weight, stratum: stratum, psu: psu",
  respondents(11, c(300, 150, 420), c("A", "B", "C", "D"), c(6, 1, 3, 1), even, c(2012, 2014, 2015)),
  clustered, clustered_both, c("q", "q-beta", "e"), reliable = TRUE)

case("orders", "weight: weight, stratum: stratum, psu: psu",
  respondents(12, c(160, 260), c("A", "B", "C"), c(9, 6, 4), orders, c(2012, 2013), 2000),
  clustered, clustered_both, c("q", "s", "m", "x"), center = 2000, reliable = TRUE)

# labels that are different in all strata, and said to be
d <- respondents(13, c(200, 90), c("A", "B"), c(7, 5), even, c(2012, 2013))
d$psu <- paste0(d$stratum, d$psu)
case("unnested", "weight: weight, stratum: stratum, psu: psu, nested: no", d,
  function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = e),
  clustered_both, c("q-beta", "m"))

case("clusters", "weight: weight, psu: psu",
  respondents(14, c(150, 220), "A", 12, even, c(2012, 2013), 1e9),
  function(e) svydesign(ids = ~psu, weights = ~weight, data = e),
  function(e) svydesign(ids = ~psu, strata = ~wave, weights = ~weight, nest = TRUE, data = e),
  c("e", "m", "x"), center = 1e9, reliable = TRUE)

case("weights", "weight: weight",
  respondents(15, c(180, 60), "A", 4, orders, c(2012, 2013), 1e7),
  function(e) svydesign(ids = ~1, weights = ~weight, data = e),
  function(e) svydesign(ids = ~1, strata = ~wave, weights = ~weight, data = e),
  c("q", "q-beta", "x"), center = 1e7, reliable = TRUE)

# a stratum with one respondent
d <- respondents(16, c(170, 300), c("A", "B", "C"), c(3, 4, 2), even, c(2012, 2013))
d$stratum[c(1, 171)] <- "D"
d$weight[c(1, 171)] <- "1.5"
case("strata", "weight: weight, stratum: stratum", d,
  function(e) svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = e),
  function(e) svydesign(ids = ~1, strata = ~interaction(wave, stratum), weights = ~weight, data = e),
  c("s", "e", "m"), reliable = TRUE)

d <- respondents(17, c(90, 140, 110), "A", 4, one, c(2012, 2013, 2014))
d$weight[d$weight == "0"] <- "1"
case("plain", "", d,
  function(e) svydesign(ids = ~1, weights = ~1, data = e),
  function(e) svydesign(ids = ~1, strata = ~wave, weights = ~1, data = e),
  c("q-beta", "s", "x"), reliable = TRUE)

fpc <- c(A = 20, B = 3, C = 4, D = 9.5)
case("finite", "weight: weight, stratum: stratum, psu: psu, population: {A: 20, B: 3, C: 4, D: 9.5}",
  respondents(18, c(220, 130), names(fpc), c(6, 1, 4, 5), even, c(2012, 2013)),
  function(e) svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc[stratum], nest = TRUE, data = e),
  function(e) svydesign(ids = ~psu, strata = ~interaction(wave, stratum), weights = ~weight, fpc = ~fpc[stratum],
    nest = TRUE, data = e),
  c("q", "q-beta", "e"), reliable = TRUE)

register <- c(A = 400, B = 150)
case("register", "weight: weight, stratum: stratum, population: {A: 400, B: 150}",
  respondents(19, c(140, 200), names(register), c(3, 4), even, c(2012, 2013)),
  function(e) svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~register[stratum], data = e),
  function(e) svydesign(ids = ~1, strata = ~interaction(wave, stratum), weights = ~weight, fpc = ~register[stratum],
    data = e),
  c("m", "x", "e"), center = 10)

# A panel: of each wave's respondents some drop out and others come; weights and answers are the wave's own.
panel <- function(seed, ids, share, strata, psus, weights, waves) {
  set.seed(seed)
  person <- data.frame(id = seq_len(ids))
  person$stratum <- sample(strata, ids, replace = TRUE)
  person$psu <- ceiling(runif(ids) * psus[match(person$stratum, strata)])
  there <- lapply(seq_along(waves), function(i) {
    at <- person
    at$wave <- waves[i]
    # the later, the more; the first and the last PSU are not in every wave
    present <- runif(ids) < share[i] & !(i == 1 & at$psu == max(psus)) & !(i == 2 & at$stratum == "A" & at$psu == 2)
    at[present, ]
  })
  d <- do.call(rbind, there)[, c("id", "wave", "stratum", "psu")]
  d$weight <- weights(nrow(d))
  d <- answers(d, strata)
  d$region[d$region == "r"] <- "s"
  # many say again what they said before
  order <- order(d$wave, d$id)
  d <- d[order, ]
  for (i in which(duplicated(d$id))) {
    last <- max(which(d$id[seq_len(i - 1)] == d$id[i]))
    if (runif(1) < .6) d[i, c("q", "e", "s", "gender")] <- d[last, c("q", "e", "s", "gender")]
  }
  d[sample(nrow(d)), ]
}

# strata are not crossed with the wave
case("panel-psu", "weight: weight, stratum: stratum, psu: psu, id: id, panel: yes",
  panel(21, 200, c(.7, .8, .9), c("A", "B", "C"), c(6, 4, 1), even, c(2012, 2013, 2014)),
  clustered, clustered, c("q", "m"))

case("panel-id", "weight: weight, stratum: stratum, id: id, panel: yes",
  panel(22, 180, c(.6, .9), c("A", "B"), c(5, 4), orders, c(2012, 2013)),
  function(e) svydesign(ids = ~id, strata = ~stratum, weights = ~weight, nest = TRUE, data = e),
  function(e) svydesign(ids = ~id, strata = ~stratum, weights = ~weight, nest = TRUE, data = e),
  c("q", "x"))

d <- panel(23, 150, c(.8, .5, .8), "A", 6, one, c(2012, 2013, 2014))
d$weight <- NULL
case("panel-plain", "id: id, panel: yes", transform(d, weight = "1"),
  function(e) svydesign(ids = ~id, weights = ~1, data = e),
  function(e) svydesign(ids = ~id, weights = ~1, data = e),
  c("q-beta", "s", "m"))

# the reliability rules are told apart by shares near both ends
case("beta", "weight: weight, stratum: stratum, psu: psu",
  respondents(24, c(900, 700), c("A", "B", "C"), c(8, 9, 7), even, c(2012, 2013)),
  clustered, clustered_both, c("q-beta", "s", "e"), reliable = TRUE)
