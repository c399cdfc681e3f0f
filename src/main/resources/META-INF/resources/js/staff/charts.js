import * as echarts from '/_static/echarts/dist/echarts.esm.min.js';

const role = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

// The tooltip is drawn, not built of markup: our Content-Security-Policy allows no inline style.
const TOOLTIP = { renderMode: 'richText', confine: true };

/** The three charts of the desk; colours and type are those of the page. */
export class Charts {
  constructor(text) {
    this.text = text;
    this.made = new Map();
    this.type = { fontFamily: getComputedStyle(document.body).fontFamily, color: role('ink'), fontSize: 13 };
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.motion = { animation: !still, animationDuration: 250, animationDurationUpdate: 250 };
    window.addEventListener('resize', () => this.made.forEach((chart) => chart.resize()));
  }

  show(figures) {
    this.draw('minutes', this.minutes(figures.minutes));
    this.draw('scores', figures.finished ? this.scores(figures.scores) : null);
    this.draw('units', figures.units.length ? this.units(figures.units) : null);
  }

  draw(name, option) {
    const box = document.querySelector('[data-chart=' + name + ']');
    box.hidden = option === null;
    if (option === null) {
      return;
    }
    if (!this.made.has(name)) {
      this.made.set(name, echarts.init(box));
    }
    this.made.get(name).setOption({ ...this.motion, textStyle: this.type, ...option });
  }

  minutes(minutes) {
    return {
      color: [role('red'), role('gold')],
      tooltip: { ...TOOLTIP, trigger: 'axis' },
      legend: { right: 0, top: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: role('muted') } },
      grid: { left: 48, right: 8, top: 36, bottom: 28 },
      xAxis: this.category(minutes.map((minute) => minute.at), { axisLabel: { interval: 9, color: role('muted') } }),
      yAxis: this.value(),
      series: [
        { name: this.text('answers'), type: 'bar', barCategoryGap: '20%', data: minutes.map((minute) => minute.answers) },
        {
          name: this.text('people'),
          type: 'line',
          showSymbol: false,
          lineStyle: { width: 2.5 },
          data: minutes.map((minute) => minute.people),
        },
      ],
    };
  }

  scores(bands) {
    return {
      color: [role('red')],
      tooltip: { ...TOOLTIP, trigger: 'axis' },
      grid: { left: 40, right: 8, top: 24, bottom: 28 },
      xAxis: this.category(bands.map((band) => band.score), { axisLabel: { interval: 0, fontSize: 11, color: role('muted') } }),
      yAxis: this.value(),
      series: [
        {
          name: this.text('score'),
          type: 'bar',
          barCategoryGap: '12%',
          label: { show: true, position: 'top', color: role('ink'), formatter: (bar) => (bar.value ? String(bar.value) : '') },
          data: bands.map((band) => band.people),
        },
      ],
    };
  }

  /** Per cent where headcounts are known, else people. */
  units(units) {
    const known = units.some((unit) => unit.percent !== null);
    const shown = known ? units.filter((unit) => unit.percent !== null) : units;
    const value = (unit) => (known ? Number(unit.percent) : unit.people);
    return {
      color: [role('gold')],
      tooltip: { ...TOOLTIP, trigger: 'axis' },
      grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: this.category(shown.map((unit) => unit.name), {
        inverse: true,
        axisLabel: { width: 150, overflow: 'truncate', color: role('ink') },
      }),
      series: [
        {
          name: this.text(known ? 'unit' : 'unit-people'),
          type: 'bar',
          barMaxWidth: 18,
          label: { show: true, position: 'right', color: role('ink'), formatter: (bar) => (known ? bar.value.toFixed(2) + '%' : bar.value) },
          data: shown.map(value),
        },
      ],
    };
  }

  category(data, more) {
    const line = { lineStyle: { color: role('line') } };
    return { type: 'category', data, axisTick: { show: false }, axisLine: line, ...more };
  }

  value() {
    return {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: role('muted') },
      splitLine: { lineStyle: { color: role('line') } },
    };
  }
}
