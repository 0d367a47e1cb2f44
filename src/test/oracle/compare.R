# Compares two folders of what the scripts beside it write: Rscript src/test/oracle/compare.R <committed> <rerun>.
arguments <- commandArgs(trailingOnly = TRUE)
committed <- sort(list.files(arguments[1], recursive = TRUE))
rerun <- sort(list.files(arguments[2], recursive = TRUE))
failed <- FALSE
complain <- function(...) {
  failed <<- TRUE
  cat("DIFFERS:", ..., "\n")
}
for (file in setdiff(committed, rerun)) complain(file, "is not made any more")
for (file in setdiff(rerun, committed)) complain(file, "is not committed")
largest <- 0
for (file in intersect(committed, rerun)) {
  one <- readLines(file.path(arguments[1], file))
  two <- readLines(file.path(arguments[2], file))
  if (identical(one, two)) next
  if (!grepl("expected", file) || length(one) != length(two)) {
    complain(file)
    next
  }
  for (line in which(one != two)) {
    a <- strsplit(one[line], ",", fixed = TRUE)[[1]]
    b <- strsplit(two[line], ",", fixed = TRUE)[[1]]
    x <- suppressWarnings(as.numeric(a))
    y <- suppressWarnings(as.numeric(b))
    # covariances and changes may be all but zero beside what they are made of
    scale <- pmax(abs(x), abs(y), 1e-3)
    difference <- if (length(a) == length(b)) ifelse(a == b, 0, abs(x - y) / scale) else Inf
    if (anyNA(difference) || any(difference > 1e-12)) complain(paste0(file, ":", line), one[line], "now", two[line])
    largest <- max(largest, difference, na.rm = TRUE)
  }
}
cat(length(committed), "files; largest relative difference", largest, "\n")
quit(status = if (failed) 1 else 0)
