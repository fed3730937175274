// Time series on a window that moves with the clock. What is missing is hatched, never joined.

const Chart = globalThis.Chart;
const PAUSE = 3_500; // more than three samples: a line across would be invented
const INSET = 16; // the padding of a card
const charts = [];

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Bands of time of which nothing is known. */
const breaks = {
  id: 'breaks',
  beforeDatasetsDraw({ ctx, chartArea, scales, $bands = [] }) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
    ctx.clip();
    ctx.fillStyle = hatching(ctx);
    ctx.strokeStyle = token('--gap');
    for (const { from, to } of $bands) {
      const left = scales.x.getPixelForValue(from);
      const right = scales.x.getPixelForValue(to);
      ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
      ctx.strokeRect(left, chartArea.top - 2, right - left, chartArea.height + 4);
    }
    ctx.restore();
  },
};

/** The scale's labels, inside the plot and under their lines, so that the area reaches the edge. */
const labels = (format) => ({
  id: 'labels',
  afterDatasetsDraw({ ctx, scales }) {
    ctx.save();
    ctx.font = `11px ${Chart.defaults.font.family}`;
    ctx.textBaseline = 'top';
    ctx.lineWidth = 3;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = token('--card');
    ctx.fillStyle = token('--quiet');
    for (const { value } of scales.y.ticks) {
      const place = [format(value), INSET, scales.y.getPixelForValue(value) + 5];
      ctx.strokeText(...place);
      ctx.fillText(...place);
    }
    ctx.restore();
  },
});

function hatching(ctx) {
  const tile = new OffscreenCanvas(7, 7);
  const pen = tile.getContext('2d');
  pen.strokeStyle = token('--gap');
  pen.lineWidth = 1;
  pen.moveTo(-1, 8);
  pen.lineTo(8, -1);
  pen.stroke();
  return ctx.createPattern(tile, 'repeat');
}

function scales(kind) {
  const tick = { color: token('--quiet'), font: { size: 11 }, padding: 4 };
  return {
    x: {
      type: 'linear',
      grid: { display: false },
      border: { color: token('--line') },
      offset: false,
      afterBuildTicks: (axis) => {
        axis.ticks = kind.ticks.map((ago) => ({ value: axis.max - ago }));
      },
      ticks: {
        ...tick,
        align: 'inner',
        maxRotation: 0,
        autoSkip: false,
        callback: (value, index) => kind.ticks[index] === 0 ? 'now\u2002' : kind.ago(kind.ticks[index]),
      },
    },
    y: {
      min: 0,
      position: 'left',
      border: { display: false },
      grid: { color: token('--line'), drawTicks: false },
      // Two lines say enough.
      afterBuildTicks: (axis) => {
        axis.ticks = [axis.max / 2, axis.max].map((value) => ({ value }));
      },
      afterFit: (axis) => {
        axis.width = 0;
      },
      ticks: { display: false },
    },
  };
}

function options(kind) {
  return {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    layout: { autoPadding: false, padding: { right: -4 } },
    interaction: { mode: kind.type === 'bar' ? 'nearest' : 'index', intersect: false, axis: 'x' },
    scales: scales(kind),
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: token('--ink'),
        titleColor: token('--card'),
        bodyColor: token('--card'),
        padding: 10,
        boxPadding: 5,
        displayColors: kind.type !== 'bar',
        callbacks: {
          title: ([item]) => item ? kind.title(item.raw) : '',
          label: (item) => kind.label(item.raw, item.dataset),
        },
      },
    },
  };
}

class MovingChart {
  #kind;
  #chart;

  constructor(canvas, kind) {
    this.#kind = kind;
    this.#chart = new Chart(canvas, {
      type: kind.type, data: { datasets: [] }, options: options(kind), plugins: [breaks, labels(kind.format)],
    });
    charts.push(this);
  }

  set datasets(datasets) {
    this.#chart.data.datasets = datasets.map((dataset) => ({ ...dataset, ...this.#paint(dataset) }));
  }

  get datasets() {
    return this.#chart.data.datasets;
  }

  #paint({ tone, filled = true }) {
    const colour = token(`--${tone}`);
    return this.#kind.type === 'bar'
      ? { backgroundColor: colour, hoverBackgroundColor: colour }
      : { borderColor: colour, backgroundColor: filled ? `color-mix(in srgb, ${colour} 22%, transparent)` : 'transparent' };
  }

  repaint() {
    this.#chart.options = options(this.#kind);
    this.datasets = this.datasets;
    this.#chart.update('none');
  }

  draw(now, bands) {
    const { x, y } = this.#chart.options.scales;
    [x.min, x.max] = [now - this.#kind.window, now];
    this.datasets.forEach(({ data }) => this.#trim(data, x.min));
    y.max = this.#kind.ceiling(Math.max(0, ...this.#heights()));
    this.#chart.$bands = bands.map(({ from, to }) => ({ from, to: to ?? now }));
    this.#chart.update('none');
  }

  #heights() {
    return this.datasets.flatMap(({ data }) => data.map((point) => point.y || 0));
  }

  // One point stays outside the window, so that the line enters it from the edge.
  #trim(data, oldest) {
    const first = data.findIndex((point) => point.x >= oldest - PAUSE);
    if (first > 0) {
      data.splice(0, first);
    }
  }
}

const LINE = { borderWidth: 1.75, pointRadius: 0, pointHitRadius: 12, cubicInterpolationMode: 'monotone' };

/** Areas over the last 90 seconds. */
export class AreaChart extends MovingChart {
  #stacked;
  #interrupted = false;

  constructor(canvas, series, { stacked = false, format, ceiling, time }) {
    super(canvas, {
      type: 'line', window: 90_000, ticks: [60_000, 30_000, 0], ago: (millis) => `${millis / 1_000} s ago`,
      format, ceiling, title: (point) => time(point.x),
      label: (point, dataset) => ` ${dataset.label} ${format(point.own)}`,
    });
    this.#stacked = stacked;
    this.series = series;
  }

  set series(series) {
    this.datasets = series.map((each, index) => ({
      ...LINE, ...each, data: [], fill: this.#stacked && index > 0 ? '-1' : 'origin',
    }));
  }

  /** What comes next does not continue what was before. */
  interrupt() {
    this.#interrupted = true;
  }

  add(at, values) {
    const interrupted = this.#interrupted;
    this.#interrupted = false;
    let below = 0;
    values.forEach((own, index) => {
      const { data } = this.datasets[index];
      const last = data.at(-1);
      if (last && at <= last.x) {
        return;
      }
      if (last && (interrupted || at - last.x > PAUSE)) {
        data.push({ x: at - 1, y: NaN, own: NaN });
      }
      data.push({ x: at, y: below + own, own });
      below += this.#stacked ? own : 0;
    });
  }
}

/** Bars over the last five minutes, as high as something lasted. */
export class BarChart extends MovingChart {
  constructor(canvas, { format, ceiling, time }) {
    super(canvas, {
      type: 'bar', window: 300_000, ticks: [240_000, 120_000, 0], ago: (millis) => `${millis / 60_000} min ago`,
      format, ceiling, title: (point) => time(point.x), label: (point) => point.words,
    });
    this.datasets = [{ data: [], tone: 'bar', barThickness: 5, minBarLength: 4, borderRadius: 2.5, grouped: false }];
  }

  add(at, value, words) {
    this.datasets[0].data.push({ x: at, y: value, words });
  }

  get size() {
    return this.datasets[0].data.length;
  }
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach((chart) => chart.repaint()));
