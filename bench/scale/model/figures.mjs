/** The value that so large a share of the values does not exceed; 0 of none. */
export function percentile(values, share) {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function seconds(ms) {
  const value = ms / 1_000;
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

export function minutes(ms) {
  const value = ms / 60_000;
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

/** Hours and minutes. */
export function clock(ms) {
  const minutes = Math.round(ms / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function percent(share) {
  return `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`;
}

export function thousands(value) {
  return Math.round(value).toLocaleString('en-US');
}
