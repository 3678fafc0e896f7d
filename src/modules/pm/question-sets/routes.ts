import type { RouteObject } from 'react-router';

/** The pages of question sets under /o/:slug, loaded when first visited. */
export const questionSetRoutes: RouteObject[] = [
  { path: 'pm/question-sets', lazy: async () => ({ Component: (await import('./library/library-page')).LibraryPage }) },
  {
    path: 'pm/question-sets/new',
    lazy: async () => ({ Component: (await import('./editor/new-set-page')).NewSetPage }),
  },
  {
    path: 'pm/question-sets/:questionSetId',
    lazy: async () => ({ Component: (await import('./detail/set-page')).SetPage }),
  },
  {
    path: 'pm/question-sets/:questionSetId/edit',
    lazy: async () => ({ Component: (await import('./editor/edit-set-page')).EditSetPage }),
  },
];
