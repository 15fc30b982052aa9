import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';

/** The roles, in the order in which they are offered. */
export const ROLE_NAMES = [
  'viewer',
  'collector',
  'supervisor',
  'editor',
  'reviewer',
  'clinical-reviewer',
  'publisher',
  'experience-team',
  'management',
  'administrator',
] as const;

const Email = z.string().trim().toLowerCase().max(200).pipe(z.email());
const Language = z.enum(['fi', 'sv', 'en']);

/** A new password: length is what makes it strong (ASVS 5.0, 6.2). */
export const NewPassword = z.string().min(12).max(200);

/** What is given to sign in. */
export const Credentials = z.strictObject({
  email: z.string().max(200),
  password: z.string().max(200),
});
export type Credentials = z.infer<typeof Credentials>;

const RoleRow = z.object({ id: z.uuid(), role: z.enum(ROLE_NAMES), node: z.uuid() });

/** The signed-in account, and on which nodes (and all below them) it may do what. */
export const Session = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: Language }),
  roles: z.array(RoleRow),
  may: z.record(z.string(), z.array(z.uuid())),
});
export type Session = z.infer<typeof Session>;

/** An account as administrators see it. */
export const Account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: Language,
  closed: z.boolean(),
  roles: z.array(RoleRow),
});
export type Account = z.infer<typeof Account>;

/** All accounts of the county. */
export const Accounts = z.object({ accounts: z.array(Account) });

/** A new account. */
export const AccountForm = z.strictObject({
  email: Email,
  name: filledText(120),
  language: Language.default('fi'),
});
export type AccountForm = z.infer<typeof AccountForm>;

/** The account that was made and its first password, which is shown this once. */
export const NewAccount = z.object({ account: Account, password: z.string() });

/** A role to grant on a node. */
export const Grant = z.strictObject({ role: z.enum(ROLE_NAMES), node: z.uuid() });
export type Grant = z.infer<typeof Grant>;

/** A change of one's own password. */
export const PasswordChange = z.strictObject({ current: z.string().max(200), next: NewPassword });

/** A change of one's own language. */
export const LanguageChange = z.strictObject({ language: Language });

/** The token of another system as administrators see it; the token itself is nowhere. */
export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  purpose: z.string(),
  role: z.enum(ROLE_NAMES),
  node: z.uuid(),
  /** Its last four characters. */
  ending: z.string(),
  /** `ends-soon`: it expires within two weeks. */
  state: z.enum(['valid', 'ends-soon', 'expired', 'revoked']),
  created: z.iso.date(),
  /** Who made it; null when the command line did. */
  createdBy: z.string().nullable(),
  /** The last day on which it is valid. */
  lastDay: z.iso.date(),
  /** When it was last used, to the minute; null when it never was. */
  used: z.iso.datetime().nullable(),
  revoked: z.iso.date().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** All tokens of the county, those that are valid first. */
export const ApiTokens = z.object({ tokens: z.array(ApiToken) });

/** A new token: which system, what for, and what it may where. */
export const ApiTokenForm = z.strictObject({
  name: filledText(80),
  purpose: text(300).default(''),
  role: z.enum(ROLE_NAMES),
  node: z.uuid(),
  expiresInDays: z.number().int().min(1).max(366).default(365),
});
export type ApiTokenForm = z.infer<typeof ApiTokenForm>;

/** The token that was made, with the secret that is shown this once. */
export const NewApiToken = z.object({ token: ApiToken, secret: z.string() });

/** Somebody who works with the same nodes. */
export const Colleague = z.object({ id: z.uuid(), name: z.string() });
export type Colleague = z.infer<typeof Colleague>;
