/** The package ships these schemas as JavaScript alone: every export but `setStrictObject` is a zod schema. */
declare module 'discord-api-spec/zod' {
  const exports: Readonly<Record<string, unknown>>;
  export = exports;
}
