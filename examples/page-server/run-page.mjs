/**
 * Runs what `start` starts until a signal ends it. `start` is given what is to be told, at once, of each thing that has to be
 * stopped: they are stopped in the opposite order, also when the signal comes while others are still being started.
 */
export async function runPage(port, start) {
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      if (isEnding) return;
      isEnding = true;
      await stop();
      process.exit();
    });
  }
  const started = (one) => {
    stops.push(one);
    // What came into being while the others were being stopped.
    if (isEnding) stop();
  };
  try {
    await start(started);
  } catch (error) {
    // What the stop interrupted is no failure.
    if (isEnding) return;
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: --port names another one.` : error.message);
    await stop();
    process.exitCode = 1;
  }
}
