/**
 * Discord's published OpenAPI description as operations: for a method and a path, what may be sent
 * and what may be answered. Schemas are those of `discord-api-spec/zod`; which schema belongs to
 * which operation is read from the same package's `Paths` interface, so nothing is copied by hand.
 */
import { readFileSync } from 'node:fs';
import * as published from 'discord-api-spec/zod';
import { parseAst } from 'vitest/node';
import { z } from 'zod';

/** What a value in a query or a path may look like, as a schema of its string. */
export type ParameterSchemas = ReadonlyMap<string, z.core.$ZodType>;

/** One method of one route. */
export interface Operation {
  readonly method: string;
  /** As in the published spec: `/channels/{channel_id}/messages`. */
  readonly route: string;
  readonly path: ParameterSchemas;
  readonly query: ParameterSchemas;
  /** Alternatives, of which a body must fit one; empty where no body may be sent. */
  readonly requests: readonly z.core.$ZodType[];
  /** By status as the spec writes it, `4XX` included; undefined where the answer is empty. */
  readonly responses: ReadonlyMap<string, z.core.$ZodType | undefined>;
}

type Program = ReturnType<typeof parseAst>;
type InterfaceNode = Extract<
  NonNullable<Extract<Program['body'][number], { type: 'ExportNamedDeclaration' }>['declaration']>,
  { type: 'TSInterfaceDeclaration' }
>;
type MemberNode = InterfaceNode['body']['body'][number];
type PropertyNode = Extract<MemberNode, { type: 'TSPropertySignature' }>;
type TypeNode = NonNullable<PropertyNode['typeAnnotation']>['typeAnnotation'];

/** Every operation of the published spec. */
export function readPublishedOperations(): readonly Operation[] {
  const paths = parsePaths();
  return [...paths].flatMap(([route, methods]) =>
    [...propertiesOf(methods.type)].map(([method, { type }]) =>
      readOperation(method, route, propertiesOf(type)),
    ),
  );
}

/** The parts of a real path, as meant: discord.js sends `@original` as `%40original`. */
export function splitPath(path: string): string[] {
  return path.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

/** The operation for a real path, or undefined; fixed segments win over parameters (`@me` over an ID). */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const segments = splitPath(path);
  const fitting = operations.filter(
    (operation) =>
      operation.method === method.toUpperCase() &&
      operation.route.split('/').length === segments.length &&
      operation.route
        .split('/')
        .every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index])),
  );
  return fitting.sort((a, b) => a.path.size - b.path.size)[0];
}

interface Property {
  readonly type: TypeNode;
  readonly optional: boolean;
}

/** By path, since the package exports it to the type checker only. */
const typesFile = new URL('../../node_modules/discord-api-spec/build/discord-api-spec.ts', import.meta.url);

function parsePaths(): ReadonlyMap<string, Property> {
  const source = readFileSync(typesFile, 'utf8');
  const start = source.indexOf('export interface Paths {');
  if (start === -1) throw new Error('discord-api-spec no longer exports an interface "Paths"');
  for (const statement of parseAst(source.slice(start), { lang: 'ts' }).body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const declared = statement.declaration;
    if (declared?.type === 'TSInterfaceDeclaration' && declared.id.name === 'Paths') {
      return membersByName(declared.body.body);
    }
  }
  throw new Error('discord-api-spec no longer exports an interface "Paths"');
}

function membersByName(members: readonly MemberNode[]): ReadonlyMap<string, Property> {
  const named = new Map<string, Property>();
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || member.typeAnnotation === null) continue;
    const { key } = member;
    const name =
      key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    if (name === undefined) continue;
    named.set(name, { type: member.typeAnnotation.typeAnnotation, optional: member.optional });
  }
  return named;
}

function propertiesOf(type: TypeNode | undefined): ReadonlyMap<string, Property> {
  return type?.type === 'TSTypeLiteral' ? membersByName(type.members) : new Map();
}

function readOperation(method: string, route: string, parts: ReadonlyMap<string, Property>): Operation {
  const parameters = propertiesOf(parts.get('parameters')?.type);
  const body = parts.get('requestBody')?.type;
  const responses = [...propertiesOf(parts.get('responses')?.type)].map(
    ([status, { type }]) => [status, type.type === 'TSUnknownKeyword' ? undefined : schemaOf(type)] as const,
  );
  return {
    method: method.toUpperCase(),
    route,
    path: parametersOf(parameters.get('path')?.type),
    query: parametersOf(parameters.get('query')?.type),
    requests: body === undefined || body.type === 'TSUndefinedKeyword' ? [] : alternativesOf(body),
    responses: new Map(responses),
  };
}

function parametersOf(type: TypeNode | undefined): ParameterSchemas {
  return new Map(
    [...propertiesOf(type)].map(([name, property]) => [name, parameterSchemaOf(property.type)] as const),
  );
}

/** In a URL everything is text: https://docs.discord.com/developers/reference (boolean query strings). */
function parameterSchemaOf(type: TypeNode): z.core.$ZodType {
  if (type.type === 'TSBooleanKeyword') return z.string().regex(/^(?:true|false|True|False|1|0)$/u);
  if (type.type === 'TSNumberKeyword') return z.string().regex(/^-?\d+(?:\.\d+)?$/u);
  if (type.type === 'TSTypeReference' && nameOf(type) === 'SnowflakeType') return snowflake;
  return z.string().min(1);
}

const snowflake = z.string().regex(/^\d{1,20}$/u);

function alternativesOf(type: TypeNode): z.core.$ZodType[] {
  return type.type === 'TSUnionType' ? type.types.map(schemaOf) : [schemaOf(type)];
}

function nameOf(type: Extract<TypeNode, { type: 'TSTypeReference' }>): string {
  return type.typeName.type === 'Identifier' ? type.typeName.name : '';
}

const keywordSchemas: ReadonlyMap<string, z.core.$ZodType> = new Map<string, z.core.$ZodType>([
  ['TSStringKeyword', z.string()],
  ['TSNumberKeyword', z.number()],
  ['TSBooleanKeyword', z.boolean()],
  ['TSNullKeyword', z.null()],
  ['TSUnknownKeyword', z.unknown()],
  ['TSUndefinedKeyword', z.undefined()],
  ['TSNeverKeyword', z.undefined()],
]);

/** The schema a published TypeScript type stands for; a kind of type that is not known here throws. */
function schemaOf(type: TypeNode): z.core.$ZodType {
  const keyword = keywordSchemas.get(type.type);
  if (keyword !== undefined) return keyword;
  if (type.type === 'TSTypeReference') return namedSchema(nameOf(type));
  if (type.type === 'TSArrayType') return z.array(schemaOf(type.elementType));
  if (type.type === 'TSUnionType') return z.union(type.types.map(schemaOf));
  if (type.type === 'TSParenthesizedType') return schemaOf(type.typeAnnotation);
  if (type.type === 'TSTypeLiteral') return objectSchema(type.members);
  if (type.type === 'TSLiteralType') return literalSchema(type.literal);
  throw new Error(`the published spec uses a ${type.type}, which the referee cannot read yet`);
}

const schemasByName: ReadonlyMap<string, unknown> = new Map(Object.entries(published));

function namedSchema(name: string): z.core.$ZodType {
  const schema = schemasByName.get(`${name}Schema`);
  if (!(schema instanceof z.core.$ZodType)) throw new Error(`discord-api-spec/zod has no schema for ${name}`);
  return schema;
}

function literalSchema(literal: Extract<TypeNode, { type: 'TSLiteralType' }>['literal']): z.core.$ZodType {
  if (literal.type !== 'Literal') throw new Error(`the published spec uses a literal ${literal.type}`);
  const { value } = literal;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return z.literal(value);
  throw new Error('the published spec uses a literal that is neither text, number nor boolean');
}

/** An object written out in place: its properties, and values of any other key where it has an index signature. */
function objectSchema(members: readonly MemberNode[]): z.core.$ZodType {
  const shape: Record<string, z.core.$ZodType> = {};
  for (const [name, { type, optional }] of membersByName(members)) {
    shape[name] = optional ? z.optional(schemaOf(type)) : schemaOf(type);
  }
  const index = members.find((member) => member.type === 'TSIndexSignature');
  const object = z.object(shape);
  return index === undefined ? object : object.catchall(schemaOf(index.typeAnnotation.typeAnnotation));
}
