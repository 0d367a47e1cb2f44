# Results to hold the published figures of ess-gss against: Rscript src/test/oracle/ess-gss.R ../shared/data/ess-gss
# writes src/test/resources/deliveries/ess-gss/oracle.csv. R's survey package, every respondent of weight 1.
suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
out <- list()
add <- function(survey, table, item, answer, group, measure, value, base) {
    out[[length(out) + 1]] <<- data.frame(
        survey, table, item, answer, group, measure,
        value = format(value, digits = 15, scientific = FALSE, trim = TRUE), base)
}
mean_of <- function(y, rows) {
    used <- rows & !is.na(y)
    design <- svydesign(ids = ~1, weights = ~w, data = data.frame(y = y[used], w = 1))
    c(coef(svymean(~y, design)), sum(used))
}

ess <- read.csv(file.path(folder, "ESS9GB.csv"))
groups <- list(total = rep(TRUE, nrow(ess)), "0" = ess$female == 0, "1" = ess$female == 1,
               scotland = ess$region == "Scotland")
columns <- c(economy = "imbgeco", culture = "imueclt", country = "imwbcnt", schooling = "eduyrs")
for (group in names(groups)) {
    for (table in names(columns)) {
        m <- mean_of(ess[[columns[table]]], groups[[group]])
        add("immigration", table, "", "", group, "mean", m[1], m[2])
    }
    top <- mean_of(as.numeric(ess$imbgeco >= 8), groups[[group]])
    add("immigration", "economy", "", "", group, "top-3", 100 * top[1], top[2])
}

gss <- read.csv(file.path(folder, "gss_spending.csv"))
groups <- list(total = rep(TRUE, nrow(gss)), "0" = gss$sex == 0, "1" = gss$sex == 1)
items <- c(environment = "natenvir", health = "natheal", "foreign-aid" = "nataid")
for (group in names(groups)) {
    for (item in names(items)) {
        little <- mean_of(as.numeric(gss[[items[item]]] == 1), groups[[group]])
        add("spending", "spending", item, "too-little", group, "share", 100 * little[1], little[2])
        net <- mean_of(gss[[items[item]]], groups[[group]])
        add("spending", "spending", item, "", group, "net", 100 * net[1], net[2])
    }
}
write.csv(do.call(rbind, out), "src/test/resources/deliveries/ess-gss/oracle.csv", row.names = FALSE, quote = FALSE)
