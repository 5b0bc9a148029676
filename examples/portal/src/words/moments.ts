import { regionOf, useLocale } from './locale.tsx';

/** Moments of a timeline, in the reader's region and time zone. */
export function useMoments() {
  const region = regionOf(useLocale().locale);
  const written = (options: Intl.DateTimeFormatOptions) => (moment: string) =>
    new Intl.DateTimeFormat(region, options).format(new Date(moment));
  return {
    day: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: written({ timeStyle: 'short' }),
    exactTime: written({ timeStyle: 'medium' }),
  };
}

/** Today, as calendar days are counted by the server: in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
