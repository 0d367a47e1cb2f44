
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

  const columns = (table) => [...table.querySelectorAll("thead th")].slice(1).map((cell) => ({ name: cell.textContent, time: Math.round(Number(cell.dataset.time) * 31557600000) }));

  /* Figures that follow each other without a break or a gap. */
  const runs = (one) => {
    const all = [[]];
    one.cells.forEach((cell, at) => {
      if (cell.broken || (cell.text && cell.value === null)) {
        all.push([]);
      }
      if (cell.value !== null) {
        all[all.length - 1].push(at);
      }
    });
    return all.filter((run) => run.length);
  };

  /* The axis of figures as the picture has it: steps of 1, 2 or 5, with zero unless that would flatten all lines. */
  const axis = (all, suffix) => {
    const cells = all.flatMap((one) => one.cells).filter((cell) => cell.value !== null);
    let low = Math.min(...cells.map((cell) => (cell.low === null ? cell.value : cell.low)));
    let high = Math.max(...cells.map((cell) => (cell.high === null ? cell.value : cell.high)));
    if (suffix || low < high / 2) {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
    const power = 10 ** Math.floor(Math.log10((high - low || 1) / 5));
    const interval = [1, 2, 5, 10].map((one) => one * power).find((one) => one * 5 >= high - low) || 10 * power;
    return { min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval };
  };

  /* Names at the ends of lines, moved apart where they would touch. */
  const apart = (lines) => {
    const ends = lines
      .map((line, index) => ({ index, shown: line.endLabel.show, at: line.data[line.data.length - 1] }))
      .filter((end) => end.shown)
      .map((end) => ({ ...end, y: chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, end.at)[1] }))
      .sort((a, b) => a.y - b.y);
    let free = -Infinity;
    const moved = new Map(ends.map((end) => {
      const y = Math.max(end.y, free);
      free = y + 16;
      return [end.index, y - end.y];
    }));
    chart.setOption({ series: lines.map((line, index) => ({ endLabel: { offset: [0, moved.get(index) || 0] } })) });
  };

  const isBars = (all) => !all.some((one) => runs(one).some((run) => run.length > 1));

  const option = (table, body) => {
    const waves = columns(table);
    const all = series(body);
    const bars = isBars(all);
    const chosen = wave ? Number(wave.selectedOptions[0].dataset.at) : waves.length - 1;
    const colours = ["--k1", "--k2", "--k3", "--k4", "--k5", "--k6"].map(colour);
    const ink = colour("--ink");
    const soft = colour("--soft");
    const font = getComputedStyle(document.body).fontFamily;
    const suffix = figure.dataset.suffix;
    const sign = document.documentElement.lang === "en" ? "." : ",";
    const plain = (value) => String(Number(value.toFixed(6))).replace("-", "\u2212").replace(".", sign) + suffix;
    const named = canvas.clientWidth > 600 && all.length > 1 && all.length <= 12;
    const lines = [];
    all.forEach((one, index) => {
      const shade = colours[index % colours.length];
      const dash = index < colours.length ? "solid" : "dashed";
      const parts = runs(one);
      parts.forEach((run, at) =>
        lines.push({
          name: one.name,
          type: "line",
          data: run.map((point) => [waves[point].time, one.cells[point].value]),
          symbol: (value, parameters) => (one.cells[run[parameters.dataIndex]].flags.match(/[uf]/) ? "emptyCircle" : "circle"),
          symbolSize: 7,
          color: shade,
          lineStyle: { color: shade, width: 2.2, type: dash },
          itemStyle: { color: shade },
          endLabel: { show: named && at === parts.length - 1, formatter: () => one.name, color: shade, fontWeight: 600, lineHeight: 16, width: 195, overflow: "truncate" },
          markLine: {
            silent: true,
            symbol: "none",
            animation: false,
            label: { show: false },
            lineStyle: { color: shade, width: 8, opacity: 0.2, type: "solid" },
            data: all.length > 4 ? [] : run.map((point) => one.cells[point]).flatMap((cell, point) => (cell.low === null ? [] : [[{ coord: [waves[run[point]].time, cell.low] }, { coord: [waves[run[point]].time, cell.high] }]])),
          },
          emphasis: { focus: "series" },
        }),
      );
    });
    const shown = bars ? all.filter((one) => one.cells[chosen].value !== null) : all;
    const bar = {
      type: "bar",
      barMaxWidth: 22,
      data: shown.map((one) => one.cells[chosen].value),
      label: { show: true, position: "right", color: ink, fontWeight: 600, formatter: (item) => shown[item.dataIndex].cells[chosen].text },
      itemStyle: { color: colours[0] },
    };
    const tip = (cell) => cell.text + cell.flags + (cell.interval ? " (" + cell.interval + ")" : "") + (cell.base ? ", n = " + cell.base : "");
    const times = waves.map((one) => one.time);
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: font, color: ink },
      color: colours,
      grid: { left: 12, right: named && !bars ? 210 : 48, top: bars ? 12 : 48, bottom: 12, containLabel: true },
      legend: bars ? undefined : { top: 0, left: 0, type: "scroll", textStyle: { color: ink }, pageTextStyle: { color: soft }, data: all.map((one) => one.name) },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        backgroundColor: colour("--ground"),
        borderColor: soft,
        textStyle: { color: ink, fontSize: 13 },
        formatter: (items) => {
          if (bars) {
            const one = shown[items[0].dataIndex];
            return one.name + "\n" + tip(one.cells[chosen]);
          }
          const at = times.indexOf(items[0].value[0]);
          return waves[at].name + "\n" + all.filter((one) => one.cells[at].text).map((one) => one.name + ": " + tip(one.cells[at])).join("\n");
        },
      },
      xAxis: bars
        ? { type: "value", axisLine: { show: false }, axisLabel: { color: soft, formatter: plain }, splitLine: { lineStyle: { color: colour("--grid") } } }
        : {
            type: "value",
            min: times[0],
            max: times[times.length - 1],
            axisLabel: { color: soft, customValues: times, hideOverlap: true, formatter: (time) => (waves[times.indexOf(time)] || { name: "" }).name },
            axisTick: { show: true, customValues: times },
            axisPointer: { label: { show: false } },
            splitLine: { show: false },
            axisLine: { show: true, onZero: false, lineStyle: { color: colour("--axis") } },
          },
      yAxis: bars
        ? { type: "category", inverse: true, data: shown.map((one) => one.name), axisTick: { show: false }, axisLabel: { color: ink, lineHeight: 15, width: Math.min(280, canvas.clientWidth * 0.42), overflow: "break" }, axisLine: { lineStyle: { color: colour("--axis") } } }
        : { type: "value", ...axis(all, suffix), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: soft, formatter: plain }, splitLine: { lineStyle: { color: colour("--grid") } } },
      series: bars ? [bar] : lines,
    };
  };

  const viewNames = tables.map((table) => {
    const summary = table.closest("details") && table.closest("details").querySelector("summary");
    return summary ? summary.textContent : explore.dataset.everybody;
  });
  let part = null;
  let view = null;
  let wave = null;
  const shown = () => {
    const table = tables[view ? view.value : 0];
    return [table, sections(table)[part && part.value < sections(table).length ? part.value : 0]];
  };
  const draw = () => {
    const [table, body] = shown();
    const all = series(body);
    const bars = wave ? all.filter((one) => one.cells[wave.selectedOptions[0].dataset.at].value !== null).length : 0;
    canvas.style.height = bars ? 4 + 2.4 * bars + "rem" : "";
    chart.resize();
    const made = option(table, body);
    chart.setOption(made, true);
    if (made.legend) {
      apart(made.series);
    }
  };
  const drop = (select) => select && select.parentElement.remove();
  /* Where figures of waves cannot be joined, one wave is shown at a time. */
  const waves = () => {
    drop(wave);
    wave = null;
    const [table, body] = shown();
    const all = series(body);
    const filled = columns(table).map((one, at) => ({ name: one.name, at })).filter((one) => all.some((row) => row.cells[one.at].value !== null));
    if (isBars(all) && filled.length) {
      wave = choice(explore.dataset.wave, filled.map((one) => one.name), draw);
      [...wave.options].forEach((option, index) => (option.dataset.at = filled[index].at));
      wave.value = filled.length - 1;
      wave.parentElement.hidden = filled.length < 2;
    }
    draw();
  };
  const parts = () => {
    drop(part);
    part = null;
    const names = sections(tables[view ? view.value : 0]).map(sectionName);
    if (names.length > 1) {
      part = choice(explore.dataset.part, names, waves);
    }
    waves();
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
