/** What an error may say of itself in the log: what failed and where, and none of the data that it failed with. */
interface LoggedError {
  type: string;
  message: string;
  stack?: string;
  cause?: LoggedError;
  errors?: LoggedError[];
  [name: string]: unknown;
}

/**
 * Names and places of PostgreSQL's and of the network's. Not `detail`, `where`, `hint` and `internalQuery`, and not what Prisma
 * keeps in `meta`: they hold whole rows.
 */
const TOLD = [
  ...["code", "severity", "schema", "table", "column", "dataType", "constraint", "routine", "line", "file"],
  ...["errno", "syscall", "modelName", "kind", "originalCode"],
] as const;

const MOST_CAUSES = 5;

/** An error as the log has it. */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "what was thrown is no error" };
  const own = error as Error & Record<string, unknown>;
  const message = withoutValues(error.message, own["code"]);
  const told = TOLD.flatMap((name) => (isShort(own[name]) ? [[name, own[name]] as const] : []));
  const isDeep = depth >= MOST_CAUSES;
  return {
    type: error.name,
    message,
    ...(error.stack !== undefined && { stack: error.stack.replace(error.message, () => message) }),
    ...Object.fromEntries(told),
    ...(!isDeep && error.cause !== undefined && { cause: errorForLog(error.cause, depth + 1) }),
    ...(!isDeep &&
      error instanceof AggregateError && { errors: error.errors.map((each) => errorForLog(each, depth + 1)) }),
  };
}

function isShort(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.length <= 200);
}

const E_MAIL_ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** PostgreSQL's class 22, data exceptions, quotes the value that it could not take; mail servers quote whom they do not know. */
function withoutValues(message: string, code: unknown): string {
  const isQuoting = typeof code === "string" && /^22...$/.test(code);
  return (isQuoting ? message.replaceAll(/"[^"]*"/g, '"..."') : message).replaceAll(E_MAIL_ADDRESS, "(an address)");
}
