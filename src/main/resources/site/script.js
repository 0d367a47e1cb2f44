
"use strict";
(() => {
  const el = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };
  const number = (text) => {
    const plain = text.replace("\u2212", "-").replace(/[\s\u00a0]/g, "").replace(",", ".");
    return plain === "" || isNaN(plain) ? null : Number(plain);
  };
  const own = (element) => (element ? element.firstChild.textContent : "");

  const words = document.getElementById("content").dataset;

  /* A figure opens its source where it stands. */
  const dialog = el("dialog");
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("click", (event) => {
    const figure = event.target.closest("a.fig");
    const place = figure && document.getElementById(figure.hash.slice(1));
    if (!place || event.ctrlKey || event.metaKey || !dialog.showModal) {
      return;
    }
    event.preventDefault();
    const cell = figure.closest("td");
    const row = cell.closest("tr");
    const table = cell.closest("table");
    const heading = row.closest("tbody").querySelector("th[scope=rowgroup]");
    const wave = table.querySelector("thead tr").cells[cell.cellIndex];
    const source = place.closest(".source");
    const title = [heading && heading.textContent, own(row.cells[0]), wave.textContent].filter(Boolean).join(", ");
    const text = [...cell.childNodes].map((node) => node.textContent).join(" ");
    const facts = el("dl", { className: "facts" });
    const fact = (name, value) => value && facts.append(el("dt", {}, name), el("dd", {}, value));
    fact(words.figure, text);
    fact(words.base, figure.dataset.base);
    fact(words.source, source.querySelector("h3").textContent);
    fact(words.place, place === source ? "" : place.textContent);
    source.querySelectorAll(".facts > dt").forEach((dt) => fact(dt.textContent, dt.nextElementSibling.textContent));
    document.querySelectorAll("#origin > dt").forEach((dt) => fact(dt.textContent, dt.nextElementSibling.textContent));
    const close = el("button", { type: "button", autofocus: true }, words.close);
    close.addEventListener("click", () => dialog.close());
    const link = el("a", { href: "#" + row.id }, "#" + row.id);
    link.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(el("h2", { id: "figure-title" }, title), facts, el("p", {}, link), close);
    dialog.setAttribute("aria-labelledby", "figure-title");
    dialog.showModal();
  });

  /* The picture as one that answers, made of the tables of the page. */
  const explore = document.getElementById("explore");
  const figure = document.getElementById("chart");
  const tables = [...document.querySelectorAll("table[data-view]")];
  if (!explore || !figure || !tables.length) {
    return;
  }
  explore.hidden = false;
  const picture = figure.querySelector(".picture");
  const open = el("button", { type: "button" }, explore.dataset.show);
  open.setAttribute("aria-expanded", "false");
  explore.append(open);
  const controls = el("div", { className: "controls", hidden: true });
  const canvas = el("div", { className: "canvas", hidden: true });
  picture.before(controls, canvas);
  let chart = null;

  const choice = (label, options, change) => {
    const select = el("select", {}, ...options.map((text, index) => el("option", { value: index }, text)));
    select.addEventListener("change", change);
    controls.append(el("label", {}, label + " ", select));
    return select;
  };

  const sections = (table) => [...table.tBodies];
  const sectionName = (body) => {
    const heading = body.querySelector("th[scope=rowgroup]");
    return heading ? heading.textContent : "";
  };

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const series = (body) =>
    [...body.querySelectorAll("tr[id]")].map((row) => ({
      name: row.cells[0].textContent,
      cells: [...row.cells].slice(1).map((cell) => {
        const link = cell.querySelector(".fig");
        const interval = cell.querySelector(".ci");
        const flag = cell.querySelector(".flag");
        const bounds = interval ? interval.textContent.split("\u2013").map(number) : [null, null];
        return {
          value: link ? number(link.textContent) : null,
          text: link ? link.textContent : "\u2013",
          interval: interval ? interval.textContent : "",
          base: link ? link.dataset.base || "" : "",
          flags: flag ? flag.textContent : "",
          low: bounds[0],
          high: bounds[1],
          broken: cell.classList.contains("break"),
        };
      }),
    }));

  const option = (table, body) => {
    const waves = [...table.querySelectorAll("thead th")].slice(1).map((cell) => cell.textContent);
    const all = series(body);
    const colours = ["--k1", "--k2", "--k3", "--k4", "--k5", "--k6"].map(colour);
    const bars = waves.length === 1;
    const ink = colour("--ink");
    const soft = colour("--soft");
    const font = getComputedStyle(document.body).fontFamily;
    const lines = [];
    all.forEach((one, index) => {
      const shade = colours[index % colours.length];
      const runs = [[]];
      one.cells.forEach((cell, at) => {
        if (cell.broken && runs[runs.length - 1].length) {
          runs.push([]);
        }
        runs[runs.length - 1].push([at, cell.value]);
      });
      runs.forEach((run) =>
        lines.push({
          name: one.name,
          type: "line",
          data: run,
          symbol: (value, parameters) => (one.cells[run[parameters.dataIndex][0]].flags.match(/[uf]/) ? "emptyCircle" : "circle"),
          symbolSize: 7,
          lineStyle: { color: shade, width: 2.2 },
          itemStyle: { color: shade },
          emphasis: { focus: "series" },
        }),
      );
      if (all.length <= 4 && one.cells.some((cell) => cell.low !== null)) {
        const low = { name: one.name, type: "line", stack: "band" + index, silent: true, symbol: "none", lineStyle: { opacity: 0 }, tooltip: { show: false }, data: one.cells.map((cell) => cell.low) };
        const high = { ...low, areaStyle: { color: shade, opacity: 0.16 }, data: one.cells.map((cell) => (cell.low === null ? null : cell.high - cell.low)) };
        lines.push(low, high);
      }
    });
    const shown = { type: "bar", data: all.map((one) => one.cells[0].value), itemStyle: { color: colours[0] } };
    const tip = (cell) => cell.text + cell.flags + (cell.interval ? " (" + cell.interval + ")" : "") + (cell.base ? ", n = " + cell.base : "");
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: font, color: ink },
      color: colours,
      grid: { left: 12, right: 24, top: 48 + 24 * Math.floor(all.length / 4), bottom: 12, containLabel: true },
      legend: bars ? undefined : { top: 0, left: 0, type: all.length > 10 ? "scroll" : "plain", textStyle: { color: ink }, data: all.map((one) => one.name) },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        backgroundColor: colour("--ground"),
        borderColor: soft,
        textStyle: { color: ink, fontSize: 13 },
        formatter: (items) => {
          const at = items[0].dataIndex;
          if (bars) {
            return all[at].name + "\n" + tip(all[at].cells[0]);
          }
          const wave = items[0].value instanceof Array ? items[0].value[0] : at;
          return waves[wave] + "\n" + all.filter((one) => one.cells[wave].text).map((one) => one.name + ": " + tip(one.cells[wave])).join("\n");
        },
      },
      xAxis: bars
        ? { type: "value", axisLabel: { color: soft }, splitLine: { lineStyle: { color: colour("--grid") } } }
        : { type: "category", data: waves, axisLabel: { color: soft }, axisLine: { lineStyle: { color: colour("--axis") } } },
      yAxis: bars
        ? { type: "category", inverse: true, data: all.map((one) => one.name), axisLabel: { color: ink } }
        : { type: "value", axisLabel: { color: soft }, splitLine: { lineStyle: { color: colour("--grid") } } },
      series: bars ? [shown] : lines,
    };
  };

  const viewNames = tables.map((table) => {
    const summary = table.closest("details") && table.closest("details").querySelector("summary");
    return summary ? summary.textContent : explore.dataset.everybody;
  });
  let part = null;
  let view = null;
  const draw = () => {
    const table = tables[view ? view.value : 0];
    const body = sections(table)[part && part.value < sections(table).length ? part.value : 0];
    canvas.style.height = table.querySelectorAll("thead th").length === 2 ? 6 + 2.2 * series(body).length + "rem" : "";
    chart.resize();
    chart.setOption(option(table, body), true);
  };
  const parts = () => {
    if (part) {
      part.parentElement.remove();
      part = null;
    }
    const names = sections(tables[view ? view.value : 0]).map(sectionName);
    if (names.length > 1) {
      part = choice(explore.dataset.part, names, draw);
    }
    draw();
  };
  const toggle = (show) => {
    canvas.hidden = controls.hidden = !show;
    picture.hidden = show;
    open.textContent = show ? explore.dataset.hide : explore.dataset.show;
    open.setAttribute("aria-expanded", String(show));
  };
  const start = () => {
    toggle(true);
    if (!chart) {
      chart = echarts.init(canvas);
      if (tables.length > 1) {
        view = choice(explore.dataset.view, viewNames, parts);
      }
      parts();
      addEventListener("resize", () => canvas.hidden || chart.resize());
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    }
  };
  open.addEventListener("click", () => {
    if (!canvas.hidden) {
      toggle(false);
    } else if (window.echarts) {
      start();
    } else {
      const library = el("script", { src: figure.dataset.library });
      library.addEventListener("load", start);
      library.addEventListener("error", () => explore.append(el("p", { role: "status" }, explore.dataset.fails)));
      document.head.append(library);
    }
  });
})();
