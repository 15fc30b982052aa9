import { expect, test } from 'vitest';
import { isPrivate } from './database-address.ts';
import { readSettings } from './settings.ts';

const PRODUCTION = { POLKU_MODE: 'production', PUBLIC_URL: 'https://polut.example.fi' };

test.each([
  'postgres://polku@localhost/polku',
  'postgres://polku:x@127.0.0.1:5432/polku',
  'postgres://polku@[::1]/polku',
  'postgres://polku@localhost/polku?host=/var/run/postgresql',
  'postgres://polku@%2Fvar%2Frun%2Fpostgresql/polku',
  'postgresql://polku:x@db.example.fi/polku?sslmode=verify-full',
  'postgres://polku:x@10.0.0.5/polku?sslmode=verify-full&sslrootcert=/etc/ssl/county.pem',
])('%s is private on its way, so production starts with it', (url) => {
  expect(isPrivate(url)).toBe(true);
  expect(readSettings({ ...PRODUCTION, DATABASE_URL: url }).databaseUrl).toBe(url);
});

test.each([
  'postgres://polku:x@db.example.fi/polku',
  'postgres://polku:x@10.0.0.5/polku',
  'postgres://polku:x@db.example.fi/polku?sslmode=disable',
  'postgres://polku:x@db.example.fi/polku?sslmode=require',
  'postgres://polku:x@db.example.fi/polku?sslmode=no-verify',
  'postgres://polku:x@localhost/polku?host=db.example.fi',
  'postgres://localhost.example.fi/polku',
])('%s is not, so production refuses it by name', (url) => {
  expect(isPrivate(url)).toBe(false);
  expect(() => readSettings({ ...PRODUCTION, DATABASE_URL: url })).toThrow(
    /DATABASE_URL: must have sslmode=verify-full/,
  );
  expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
});
