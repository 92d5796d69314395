import { CASE_ROLES } from '../cases/words.ts';
import type { Route } from '../frame/route.ts';
import { askedPage, exportAsked } from './asked-rows.ts';
import { figuresPage } from './figures-page.ts';
import { registerPage } from './register.ts';
import { exportRows, rowsPage } from './rows.ts';

const allow = CASE_ROLES;

/** Figures, the reports behind them, and the register. */
export const figureRoutes: readonly Route[] = [
  { method: 'get', path: '/so-lieu', menu: 'Số liệu', allow, handle: figuresPage },
  { method: 'get', path: '/so-lieu/phan-anh', allow, handle: rowsPage },
  {
    method: 'get',
    path: '/so-lieu/phan-anh.csv',
    allow,
    handle: (visit) => exportRows(visit, 'csv'),
  },
  {
    method: 'get',
    path: '/so-lieu/phan-anh.xlsx',
    allow,
    handle: (visit) => exportRows(visit, 'xlsx'),
  },
  { method: 'get', path: '/so-lieu/cau-hoi', allow, handle: askedPage },
  {
    method: 'get',
    path: '/so-lieu/cau-hoi.csv',
    allow,
    handle: (visit) => exportAsked(visit, 'csv'),
  },
  {
    method: 'get',
    path: '/so-lieu/cau-hoi.xlsx',
    allow,
    handle: (visit) => exportAsked(visit, 'xlsx'),
  },
  { method: 'get', path: '/so-theo-doi', menu: 'Sổ theo dõi', allow, handle: registerPage },
];
