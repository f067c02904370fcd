// What manifest.yml names of the functions that know the world's holidays, and nothing else. Forge makes a bundle of each
// file that a handler names, so those of events and sweeps, in index.ts, load none of these tables.
export { adminPage } from './handlers/admin-page';
export { refreshHolidays } from './handlers/refresh-holidays';
