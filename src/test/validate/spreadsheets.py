"""Workbooks and csv for Excel, read back by openpyxl, before and after LibreOffice: spreadsheets.py RELEASE CONVERTED."""
import csv
import pathlib
import sys

import openpyxl

release, converted = map(pathlib.Path, sys.argv[1:3])
failures = []
counts = {"workbooks": 0, "sheets": 0, "numbers": 0, "shorthands": 0, "csv": 0, "csv numbers": 0}


def wide(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def check_workbook(path, survey, original):
    # without a window LibreOffice writes no frozen panes
    book = openpyxl.load_workbook(path)
    counts["workbooks"] += 1
    for sheet in book.worksheets:
        counts["sheets"] += 1
        if sheet.merged_cells.ranges:
            failures.append(f"{path} {sheet.title}: merged cells")
        if sheet["A1"].value in (None, ""):
            failures.append(f"{path} {sheet.title}: nothing in A1")
        file = survey / f"{sheet.title}.wide.csv"
        if not file.exists() or not sheet.tables:
            continue
        table = list(sheet.tables.values())[0]
        rows = [[cell for cell in row] for row in sheet[table.ref]]
        expected = wide(file)
        if original and sheet.freeze_panes != f"A{rows[0][0].row + 1}":
            failures.append(f"{path} {sheet.title}: frozen at {sheet.freeze_panes}")
        if len(rows) != len(expected):
            failures.append(f"{path} {sheet.title}: {len(rows)} rows, not {len(expected)}")
        head = [cell.value for cell in rows[0]]
        for row, line in zip(rows[1:], expected[1:]):
            for name, text in zip(expected[0], line):
                if name in head[7:] and name == expected[0][expected[0].index(name)] and name != expected[0][-1]:
                    cell = row[head.index(name)]
                    if text == "":
                        counts["shorthands"] += 1
                        if not (isinstance(cell.value, str) and cell.value.startswith("[")):
                            failures.append(f"{path} {sheet.title} {cell.coordinate}: {cell.value!r}, not a shorthand")
                    else:
                        counts["numbers"] += 1
                        percent = "%" in cell.number_format
                        value = cell.value * 100 if percent and isinstance(cell.value, (int, float)) else cell.value
                        if not isinstance(value, (int, float)) or abs(value - float(text)) > 0.51:
                            failures.append(f"{path} {sheet.title} {cell.coordinate}: {cell.value!r}, not {text}")


def check_csv(path, file):
    sheet = openpyxl.load_workbook(path).active
    counts["csv"] += 1
    expected = wide(file)
    rows = list(sheet.iter_rows())
    if len(rows) != len(expected):
        failures.append(f"{path}: {len(rows)} rows, not {len(expected)}")
    labels = len(expected[0]) - 1 - len([name for name in expected[0] if name[:4].isdigit()])
    for row, line in zip(rows[1:], expected[1:]):
        for cell, text, column in zip(row, line, range(len(line))):
            if labels <= column < len(line) - 1 and text != "":
                counts["csv numbers"] += 1
                if not isinstance(cell.value, (int, float)) or abs(cell.value - float(text)) > 1e-9:
                    failures.append(f"{path} {cell.coordinate}: {cell.value!r}, not {text}")
            elif column < labels and cell.value is not None and cell.is_date:
                failures.append(f"{path} {cell.coordinate}: a date, not {text}")


for survey in sorted(path for path in release.iterdir() if path.is_dir()):
    book = survey / f"{survey.name}.xlsx"
    check_workbook(book, survey, True)
    check_workbook(converted / "xlsx" / f"{survey.name}.xlsx", survey, False)
    for file in sorted(survey.glob("*.excel.csv")):
        table = file.name[: -len(".excel.csv")]
        check_csv(converted / "csv" / survey.name / f"{table}.excel.xlsx", survey / f"{table}.wide.csv")

print(", ".join(f"{count} {what}" for what, count in counts.items()))
for failure in failures[:20]:
    print(failure, file=sys.stderr)
sys.exit(1 if failures or not counts["numbers"] or not counts["csv numbers"] else 0)
