import type { Role } from '#platform/context.ts';

/** The one password of the demo sign-ins. They exist only in the fictional county, which only loopback serves without https. */
export const DEMO_PASSWORD = 'polku-esimerkki';

/** A demo account: where its role is (a node's code) and what it shows. */
export interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly node: string;
  readonly title: string;
}

/** One sign-in per role; the supervisor's unit is the one whose feedback the example's replies concern. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  {
    email: 'esihenkilo@esimerkkila.example',
    name: 'Esihenkilö Esimerkki',
    role: 'supervisor',
    node: 'U014',
    title: 'supervisor of a unit (esihenkilö)',
  },
  {
    email: 'julkaisija@esimerkkila.example',
    name: 'Julkaisija Esimerkki',
    role: 'publisher',
    node: 'C1',
    title: 'publisher (julkaisija)',
  },
  {
    email: 'tarkistaja@esimerkkila.example',
    name: 'Tarkistaja Esimerkki',
    role: 'reviewer',
    node: 'C1',
    title: 'reviewer of paths (tarkistaja)',
  },
  {
    email: 'kliininen@esimerkkila.example',
    name: 'Kliininen Tarkistaja Esimerkki',
    role: 'clinical-reviewer',
    node: 'C1',
    title: 'clinical reviewer of paths (kliininen tarkistaja)',
  },
  {
    email: 'muokkaaja@esimerkkila.example',
    name: 'Muokkaaja Esimerkki',
    role: 'editor',
    node: 'C1',
    title: 'editor of paths (muokkaaja)',
  },
  {
    email: 'asiakaskokemus@esimerkkila.example',
    name: 'Asiakaskokemus Esimerkki',
    role: 'experience-team',
    node: 'C1',
    title: 'customer-experience team (asiakaskokemustiimi)',
  },
  {
    email: 'johto@esimerkkila.example',
    name: 'Johto Esimerkki',
    role: 'management',
    node: 'C1',
    title: 'management (johto)',
  },
  {
    email: 'keraaja@esimerkkila.example',
    name: 'Kerääjä Esimerkki',
    role: 'collector',
    node: 'U014',
    title: 'collector in a unit (kerääjä)',
  },
  {
    email: 'katselija@esimerkkila.example',
    name: 'Katselija Esimerkki',
    role: 'viewer',
    node: 'D1',
    title: 'viewer of a domain (katselija)',
  },
  {
    email: 'paakayttaja@esimerkkila.example',
    name: 'Pääkäyttäjä Esimerkki',
    role: 'administrator',
    node: 'C1',
    title: 'administrator (pääkäyttäjä)',
  },
];
