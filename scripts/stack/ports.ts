import { createServer } from 'node:net';
import { Problem } from './problem.ts';

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

/** A port that is free now on 127.0.0.1. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Throws a Problem when the port is taken; `variable` is the setting that moves it. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  await listenOnce(port).catch(() => {
    throw new Problem(
      `Port ${port} is taken by another program: stop that one, or choose another port with ${variable}=<port>.`,
    );
  });
}
