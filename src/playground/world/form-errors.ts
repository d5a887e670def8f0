import { DiscordError } from './discord-error.ts';
import { asWire } from './protocol.ts';
import type { FieldErrors } from './discord-error.ts';

export type FieldPath = readonly (string | number)[];

/** Gathers everything wrong with a request body, to refuse it once with 50035 as Discord does. */
export class FormErrors {
  readonly #root: FieldErrors = {};
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(path: FieldPath, code: string, message: string): void {
    let node: FieldErrors = this.#root;
    for (const step of path) {
      const key = String(step);
      // `Object.hasOwn`, because field names come from the request and may be `constructor`.
      if (!Object.hasOwn(node, key)) node[key] = {};
      node = asWire<FieldErrors>(node[key]);
    }
    const { _errors: before = [] } = node;
    Object.assign(node, { _errors: [...before, { code, message }] });
    this.#count += 1;
  }

  required(path: FieldPath): void {
    this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  tooLong(path: FieldPath, max: number): void {
    this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }

  badLength(path: FieldPath, min: number, max: number): void {
    this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }

  choice(path: FieldPath, allowed: readonly (string | number)[]): void {
    this.add(path, 'BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`);
  }

  /** @throws DiscordError 50035 when anything was added. */
  throwIfAny(): void {
    if (this.#count > 0) throw new DiscordError(400, 50035, 'Invalid Form Body', this.#root);
  }
}

/** @throws DiscordError 50035 about one field. */
export function refuseField(path: FieldPath, code: string, message: string): never {
  const errors = new FormErrors();
  errors.add(path, code, message);
  errors.throwIfAny();
  throw new Error('unreachable: an added error always throws');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks a text's type and length in UTF-16 code units; absent is fine unless `min` is above 0. */
export function checkText(
  errors: FormErrors,
  path: FieldPath,
  value: unknown,
  { min = 0, max, required = false }: { min?: number; max: number; required?: boolean },
): value is string {
  if (value === undefined || value === null) {
    if (required) errors.required(path);
    return false;
  }
  if (typeof value !== 'string') {
    errors.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    return false;
  }
  if (value.length > max || value.length < min) {
    if (min > 0) errors.badLength(path, min, max);
    else errors.tooLong(path, max);
    return false;
  }
  return true;
}

/** Checks an integer and its inclusive range; absent is fine unless required. */
export function checkInteger(
  errors: FormErrors,
  path: FieldPath,
  value: unknown,
  { min, max, required = false }: { min: number; max: number; required?: boolean },
): value is number {
  if (value === undefined || value === null) {
    if (required) errors.required(path);
    return false;
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    errors.add(path, 'NUMBER_TYPE_COERCE', 'Value is not int.');
    return false;
  }
  if (value < min || value > max) {
    errors.add(
      path,
      value < min ? 'NUMBER_TYPE_MIN' : 'NUMBER_TYPE_MAX',
      value < min
        ? `int value should be greater than or equal to ${min}.`
        : `int value should be less than or equal to ${max}.`,
    );
    return false;
  }
  return true;
}

/** Checks a list and its length; absent is fine. Gives the list, or an empty one where it was refused. */
export function checkList(
  errors: FormErrors,
  path: FieldPath,
  value: unknown,
  { min = 0, max }: { min?: number; max: number },
): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    errors.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return [];
  }
  if (value.length < min || value.length > max) {
    if (min > 0) errors.badLength(path, min, max);
    else errors.tooLong(path, max);
    // The entries of an overlong list are not looked at: a hostile one could be huge.
    return [];
  }
  return value;
}
