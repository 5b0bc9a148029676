import { setTimeout as sleep } from 'node:timers/promises';
import type { CustomerSyncItem, Objection, SyncClient } from 'reseller-accounts-client';
import { type ConnectionOptions, connect } from './connection.ts';
import { EXIT, WrongCall } from './exit-codes.ts';
import { identify, linesOf } from './input-file.ts';
import { Journal } from './journal.ts';
import { type Told, tellProgress, wordsOf } from './progress.ts';
import { RejectedFile } from './rejected-file.ts';
import { adviceOn, isStopped } from './stopped.ts';
import { Watermark } from './watermark.ts';

export interface SyncOptions extends ConnectionOptions {
  readonly concurrency?: number;
  /** Lines a second at most. */
  readonly rate?: number;
  readonly resume?: string;
  readonly rejected?: string;
  readonly dryRun?: boolean;
}

/** What a program writes to. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: NodeJS.WriteStream;
}

/** A line of the file as an item, which knows where it stands. */
interface LineItem extends CustomerSyncItem {
  readonly line: number;
}

/** What becomes of a line; the item as it was sent goes into the file of refused ones. */
type LineOutcome =
  | { readonly name: string; readonly refused?: undefined }
  | { readonly name: 'REFUSED'; readonly refused: RefusedLine };

/** As it stands in the file of refused lines: with the item, or with the text that is none. */
interface RefusedLine {
  readonly line: number;
  readonly errors: readonly Objection[];
  readonly item?: CustomerSyncItem;
  readonly text?: string;
}

const CHECKPOINT_MS = 1_000;
/** One line that is waited for holds up the position, and with it what must be remembered. */
const MOST_AHEAD = 50_000;
/** A rate is kept by such steps. */
const TICK_MS = 100;

/** `sync`: sends the file and answers the exit code. */
export async function syncFile(file: string, options: SyncOptions, output: Output): Promise<number> {
  if (file === '-' && options.resume !== undefined) {
    throw new WrongCall('--resume needs a file: nobody knows whether stdin is the same again.');
  }
  const stop = new AbortController();
  const client = connect(options, { signal: stop.signal, ...concurrencyOf(options) });
  const run = await openRun(client, file, options);
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const told = tellProgress(run.total, run.position.settled, output.stderr);
  let stopped: unknown = null;
  try {
    await send(client, file, options, run, told);
  } catch (error) {
    if (!isStopped(error)) throw error;
    stopped = error;
  } finally {
    run.isOver = true;
    // Who writes there may go on for ever.
    if (file === '-') process.stdin.destroy();
    told.end();
    checkpoint(run);
    run.rejected.close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  return summary(options, run, stopped, output);
}

function concurrencyOf({ concurrency }: SyncOptions): { concurrency?: number } {
  return concurrency === undefined ? {} : { concurrency };
}

interface Run {
  readonly total: number | null;
  readonly journal: Journal | null;
  readonly rejected: RejectedFile;
  readonly position: Watermark<LineOutcome>;
  readonly counts: Record<string, number>;
  unsettled: number;
  /** Nobody takes lines any more. */
  isOver: boolean;
}

async function openRun(client: SyncClient, file: string, options: SyncOptions): Promise<Run> {
  const { resume, url, dryRun = false } = options;
  const input = file === '-' ? null : await identify(file);
  const { tenantReseller } = await client.viewer();
  if (!tenantReseller) throw new WrongCall('The token is of a person: take that of the sync service.');
  const journal =
    resume === undefined || input === null
      ? null
      : Journal.open(resume, { input, url, tenantResellerId: tenantReseller.id, dryRun });
  const begun = journal?.begun ?? { lines: 0, counts: {}, rejectedBytes: 0 };
  return {
    total: input?.lines ?? null,
    journal,
    rejected: new RejectedFile(options.rejected, begun.rejectedBytes),
    position: new Watermark(begun.lines),
    counts: { ...begun.counts },
    unsettled: 0,
    isOver: false,
  };
}

async function send(client: SyncClient, file: string, options: SyncOptions, run: Run, told: Told): Promise<void> {
  let kept = performance.now();
  const source = items(file, options.rate, run);
  for await (const outcome of client.syncCustomers(source, { dryRun: options.dryRun })) {
    const name = outcome.status === 'TAKEN' ? outcome.outcome : outcome.status;
    const { line, ...item } = outcome.item;
    if (outcome.status === 'UNSETTLED') run.unsettled += 1;
    else if (outcome.status !== 'REFUSED') settle(run, line, { name });
    else settle(run, line, { name: 'REFUSED', refused: { line, errors: outcome.errors, item } });
    told.report({ lines: run.position.settled + run.position.ahead, counts: run.counts });
    if (performance.now() - kept < CHECKPOINT_MS) continue;
    checkpoint(run);
    kept = performance.now();
  }
}

/** The items of the file; a line that is none has its outcome at once. */
async function* items(file: string, rate: number | undefined, run: Run): AsyncGenerator<LineItem> {
  const allowance = rate === undefined ? null : new Allowance(rate);
  for await (const { number, text } of linesOf(file, run.position.settled)) {
    while (run.position.ahead > MOST_AHEAD && !run.isOver) await sleep(TICK_MS);
    if (text.trim() === '') {
      settle(run, number, null);
      continue;
    }
    const item = parse(text);
    if (item instanceof Error) {
      const errors = [{ code: 'INVALID_ITEM', message: item.message, path: [], retryable: false }];
      settle(run, number, { name: 'REFUSED', refused: { line: number, errors, text } });
      continue;
    }
    if (allowance) await allowance.one();
    yield { ...item, line: number };
  }
}

function parse(text: string): CustomerSyncItem | Error {
  try {
    const item: unknown = JSON.parse(text);
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) return item as CustomerSyncItem;
    return new Error('A line is an object with a customer.');
  } catch (error) {
    return error as Error;
  }
}

/** Passes on what is in its turn: the file of refused lines has them in the order of the input. */
function settle(run: Run, line: number, outcome: LineOutcome | null): void {
  for (const { name, refused } of run.position.settle(line, outcome)) {
    run.counts[name] = (run.counts[name] ?? 0) + 1;
    if (refused) run.rejected.add(refused);
  }
}

function checkpoint({ journal, rejected, position, counts }: Run): void {
  rejected.flush();
  journal?.keep({ lines: position.settled, counts, rejectedBytes: rejected.bytes });
}

function summary(
  { resume, rejected, dryRun }: SyncOptions,
  run: Run,
  stopped: unknown,
  { stdout, stderr }: Output,
): number {
  const { counts, position, total, unsettled } = run;
  const words = wordsOf(counts);
  const of = total === null ? '' : ` of ${total}`;
  stdout(
    `${position.settled}${of} lines settled${words === '' ? '' : `: ${words}`}${dryRun ? ' (nothing was changed)' : ''}\n`,
  );
  const refused = counts.REFUSED ?? 0;
  if (refused > 0) {
    const where = rejected === undefined ? 'name a --rejected file to have them' : `they are in ${rejected}`;
    stdout(`${refused} refused: ${where}, and the distributor has in its inbox what it was sent\n`);
  }
  if (stopped === null && unsettled === 0) return refused > 0 ? EXIT.SOME_REFUSED : EXIT.ALL_TAKEN;
  if (stopped !== null) stderr.write(`${adviceOn(stopped)}\n`);
  const again =
    resume === undefined
      ? 'Run it again: what is taken already stays as it is.'
      : 'Run the same again: it goes on there.';
  stderr.write(`${unsettled} of those that were sent are not settled. ${again}\n`);
  return EXIT.COULD_NOT_GO_ON;
}

/** So many a second, in small steps. */
class Allowance {
  readonly #startedAt = performance.now();
  #given = 0;

  constructor(private readonly rate: number) {}

  async one(): Promise<void> {
    this.#given += 1;
    const due = this.#startedAt + (this.#given * 1000) / this.rate;
    while (performance.now() < due) await sleep(Math.min(TICK_MS, Math.max(1, due - performance.now())));
  }
}
