/** One line of a plot: what it shows, and [x, y] with both above 0. */
export interface Line {
  name: string;
  points: readonly (readonly [number, number])[];
}

export interface Panel {
  title: string;
  unit: string;
  lines: readonly Line[];
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [320, 260, 52, 40, 56];
const COLOURS = ["#0b6e99", "#c2571a", "#5a7d2a"];

/** Panels side by side as SVG, both axes logarithmic: what grows in proportion goes up as a line of slope one. */
export function plot(panels: readonly Panel[]): string {
  const drawn = panels.map((panel, index) => `<g transform="translate(${index * WIDTH})">${drawPanel(panel)}</g>`);
  const size = `width="${panels.length * WIDTH}" height="${HEIGHT}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11">
<rect ${size} fill="#fff"/>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ title, unit, lines }: Panel): string {
  const points = lines.flatMap((line) => line.points);
  const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
  const powers = points.map(([, y]) => Math.log10(y));
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const right = WIDTH - 20;
  const bottom = HEIGHT - BOTTOM;
  const share = (value: number, from: number, to: number) => (value - from) / Math.max(to - from, Number.EPSILON);
  const atX = (x: number) => LEFT + share(Math.log10(x), Math.log10(xs[0]!), Math.log10(xs.at(-1)!)) * (right - LEFT);
  const atY = (y: number) => bottom - share(Math.log10(y), low, high) * (bottom - TOP);
  const powersShown = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return [
    text(LEFT, 20, title, `font-weight="bold"`),
    ...powersShown.map((y) => line(LEFT, atY(y), right, atY(y)) + text(LEFT - 6, atY(y) + 4, `${y} ${unit}`, END)),
    ...xs.map((x) => text(atX(x), bottom + 16, String(x), MIDDLE)),
    ...lines.map(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length]!;
      const path = points.map(([x, y]) => `${atX(x).toFixed(1)},${atY(y).toFixed(1)}`).join(" ");
      const key = text(LEFT + (index * (right - LEFT)) / lines.length, HEIGHT - 14, name, `fill="${colour}"`);
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${key}`;
    }),
  ].join("\n");
}

const END = `text-anchor="end"`;
const MIDDLE = `text-anchor="middle"`;

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${content}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1}" y1="${y1.toFixed(1)}" x2="${x2}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}
