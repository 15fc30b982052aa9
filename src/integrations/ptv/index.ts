export { fetchFromPtv } from './fetch-from-ptv.ts';
