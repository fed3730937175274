// Numbers and times as people read them.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const COUNT = new Intl.NumberFormat('en');

export function bytes(amount) {
  const power = amount < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(amount) / 10));
  const value = amount / 1024 ** power;
  return { value: value.toFixed(power > 0 && value < 10 ? 1 : 0), unit: UNITS[power] };
}

export const size = (amount) => Object.values(bytes(amount)).join(' ');
export const percent = (share) => (share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0);
export const clock = (millis) => CLOCK.format(millis);
export const count = (number) => COUNT.format(number);
export const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

export function span(millis) {
  const seconds = millis / 1_000;
  return seconds < 10 ? `${seconds.toFixed(1)} s`
    : seconds < 120 ? `${Math.round(seconds)} s`
    : seconds < 7_200 ? `${Math.round(seconds / 60)} min`
    : `${Math.round(seconds / 3_600)} h`;
}

/** The first of these steps, and then of their tenfolds, that leaves some air above the peak. */
export function roundUp(peak, steps = [10, 16, 20, 24, 30, 40, 50, 60, 80, 100]) {
  let scale = 1;
  while (peak > 0.92 * steps.at(-1) * scale) {
    scale *= 10;
  }
  return steps.find((step) => peak <= 0.92 * step * scale) * scale;
}

/** The same for bytes, which people count in powers of two. */
export function roundUpBytes(peak) {
  const power = 2 ** Math.floor(Math.log2(Math.max(peak, 1)));
  return [1, 1.5, 2].map((step) => step * power).find((ceiling) => peak <= 0.96 * ceiling) ?? 3 * power;
}
