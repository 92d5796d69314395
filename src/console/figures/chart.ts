import { type Html, html } from '../../lib/html.ts';

/** One point of a chart. `value` is from 0; undefined leaves a gap, for nothing is known there. `words` say it. */
export type Point = { label: string; value: number | undefined; words: string };

export type Chart = {
  /** Makes the ids of the chart's parts; unique on the page. */
  id: string;
  title: string;
  points: readonly Point[];
  /** The value at the top; the largest one when not given. */
  most?: number;
};

const WIDTH = 480;
const HEIGHT = 200;
const TOP = 24;
const FLOOR = HEIGHT - 26;

/** Standing bars. Its numbers stand in a table beside it, so the drawing is for the eye only. */
export function barChart(chart: Chart): Html {
  const { points } = chart;
  const step = stepOf(points);
  const bars = points.map((point, i) => {
    const y = heightOf(point, chart);
    const x = i * step + step * 0.15;
    return html`<rect class="bar" x="${at(x)}" y="${at(y)}" width="${at(step * 0.7)}" height="${at(FLOOR - y)}"/>${valueAt(point, (i + 0.5) * step, y)}`;
  });
  return frame(chart, bars);
}

/** A line from point to point, broken where nothing is known. */
export function lineChart(chart: Chart): Html {
  const { points } = chart;
  const step = stepOf(points);
  const place = (i: number) => (i + 0.5) * step;
  const path = points.map((point, i) => {
    if (point.value === undefined) return '';
    const start = points[i - 1]?.value === undefined ? 'M' : 'L';
    return `${start}${at(place(i))} ${at(heightOf(point, chart))}`;
  });
  const dots = points.map((point, i) => {
    if (point.value === undefined) return false;
    const y = heightOf(point, chart);
    return html`<circle class="dot" cx="${at(place(i))}" cy="${at(y)}" r="3.5"/>${valueAt(point, place(i), y)}`;
  });
  return frame(chart, html`<path class="line" d="${path.join('')}"/>${dots}`);
}

function frame({ id, title, points }: Chart, drawing: Html | Html[]): Html {
  const step = stepOf(points);
  const labels = points.map(
    ({ label }, i) =>
      html`<text class="tick-label" x="${at((i + 0.5) * step)}" y="${HEIGHT - 8}">${label}</text>`,
  );
  const story = points.map(({ label, words }) => `${label}: ${words}`).join('; ');
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-ten ${id}-mo-ta">
<title id="${id}-ten">${title}</title><desc id="${id}-mo-ta">${story}</desc>
<line class="axis" x1="0" y1="${FLOOR}" x2="${WIDTH}" y2="${FLOOR}"/>${drawing}${labels}</svg>`;
}

function stepOf(points: readonly Point[]): number {
  return WIDTH / Math.max(1, points.length);
}

function heightOf({ value = 0 }: Point, { points, most }: Chart): number {
  const top = most ?? Math.max(1, ...points.map((point) => point.value ?? 0));
  return FLOOR - (Math.min(value, top) / top) * (FLOOR - TOP);
}

function valueAt({ value, words }: Point, x: number, y: number): Html | false {
  return (
    value !== undefined && html`<text class="value" x="${at(x)}" y="${at(y - 6)}">${words}</text>`
  );
}

function at(position: number): string {
  return position.toFixed(1);
}
