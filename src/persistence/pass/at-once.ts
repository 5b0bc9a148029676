/** What statements answer, in their order. */
type Answers<Sent extends readonly unknown[]> = { -readonly [Nth in keyof Sent]: Awaited<Sent[Nth]> };

/**
 * What statements of one transaction answer that are sent without waiting for each other, each of these promises one of
 * them. The database does them in the order in which they were sent: what stands behind a lock reads when that was had. All
 * of them have ended before this does, and of several that fail the first says why, since it failed those behind it.
 */
export async function atOnce<const Sent extends readonly Promise<unknown>[]>(sent: Sent): Promise<Answers<Sent>> {
  const settled = await Promise.allSettled(sent);
  const answers = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return answers as Answers<Sent>;
}
