import type { RequestListener } from "node:http";
import { createDatabase, type Database } from "../domain/shared/database.ts";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";
import { listen } from "./http-server.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";

/** A server that serves. */
export interface RunningServer {
  baseUrl: string;
  /** Resolves when it cannot go on: the embedded database has ended. */
  failed: Promise<void>;
  /** Finishes the running requests within the time allowed, then closes everything. */
  stop(): Promise<void>;
}

/** What the edges are built from. */
interface Services {
  database: Database;
  baseUrl: string;
  isDraining: () => boolean;
}

/** Builds the server from its parts, in the order in which they need each other. @throws StartError, with nothing left running */
export async function compose(config: Config, log: Log): Promise<RunningServer> {
  const http = await listen(config.host, config.port);
  let opened: OpenDatabase | undefined;
  const stop = async () => {
    await http.drain(config.shutdownTimeoutMs);
    await opened?.close();
  };
  try {
    opened = await openDatabase(config, log);
    const baseUrl = config.publicUrl ?? urlOf(config.host, http.port);
    http.serve(createHandler({ database: createDatabase(opened.pool), baseUrl, isDraining: http.isDraining }));
    return { baseUrl, failed: opened.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The edges. */
function createHandler({ database, isDraining }: Services): RequestListener {
  return (request, response) => {
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    if (request.url !== "/readyz") return answer(404, "");
    if (isDraining()) return answer(503, "");
    database.ping().then(
      () => answer(200, "ok"),
      () => answer(503, ""),
    );
  };
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
