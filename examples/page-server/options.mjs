/** What the command line says, read by `optionsOf`; null when there is nothing to start: help was wanted, or something is wrong. */
export function readOptions(optionsOf, usage) {
  try {
    const options = optionsOf(process.argv.slice(2));
    if (options.help) console.log(usage);
    return options.help ? null : options;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
    return null;
  }
}

export function portOf(text, name = '--port') {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`${name} must be a port, 0 to 65535; it is "${text}".`);
}

/** Null where none is given. */
export function urlOf(text, name) {
  if (text === undefined || text === '') return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error(`${name} must be an address that begins with http:// or https://; it is "${text}".`);
}
