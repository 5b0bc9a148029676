import type { ServerResponse } from 'node:http';

/** Acts as soon as the head of the answer is sent, whoever writes it: Node calls `writeHead` for those that do not. */
export function onHeadSent(response: ServerResponse, act: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    writeHead(...head);
    act();
    return response;
  };
}
