import type { Found } from '../doctor/examination';
import type { Verdict } from '../doctor/finding';

const MARKS: Readonly<Record<Verdict, readonly [word: string, colour: number]>> = {
  ok: ['ok', 32],
  warning: ['warning', 33],
  fault: ['FAULT', 31],
  skipped: ['skipped', 90],
};

/** For people: a line for each finding, in columns, and what to do below it. */
export function reportText(found: readonly Found[], isTerminal: boolean): string {
  const words = Math.max(...Object.values(MARKS).map(([word]) => word.length));
  const names = Math.max(...found.map(({ check }) => check.length));
  const indent = ' '.repeat(words + names + 4);
  const lines = found.flatMap(({ check, verdict, found: what, advice }, at) => {
    const [word, colour] = MARKS[verdict];
    const padded = word.padEnd(words);
    const mark = isTerminal ? `\u001b[${colour}m${padded}\u001b[0m` : padded;
    // The name once, though it found several things.
    const name = found[at - 1]?.check === check ? '' : check;
    return [
      `${mark}  ${name.padEnd(names)}  ${indented(what, indent)}`,
      ...(advice === undefined ? [] : [`${indent}-> ${indented(advice, `${indent}   `)}`]),
    ];
  });
  return `${[...lines, '', summary(found)].join('\n')}\n`;
}

/** For programs: the same as one object. */
export function reportJson(found: readonly Found[]): string {
  return `${JSON.stringify({ healthy: isHealthy(found), findings: found }, null, 2)}\n`;
}

export function isHealthy(found: readonly Found[]): boolean {
  return !found.some(({ verdict }) => verdict === 'fault');
}

function summary(found: readonly Found[]): string {
  const count = (verdict: Verdict) => found.filter((finding) => finding.verdict === verdict).length;
  const several = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${several(count('fault'), 'fault')}, ${several(count('warning'), 'warning')}.`;
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}
