import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { SignInScreen } from '#staff/identity/sign-in-screen.tsx';
import { Layout } from './layout.tsx';
import { HomeScreen } from './home-screen.tsx';
import { ErrorScreen, NotFoundScreen } from './error-screen.tsx';
import { Protected } from './protected.tsx';

/**
 * A screen at an address, fetched when it is first opened. One that cannot be fetched says so itself: the router would go
 * on waiting for it and show nothing at all.
 */
function screen<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): RouteObject {
  return {
    path,
    lazy: async () => ({
      Component: await load().then(
        (screens): ComponentType => screens[name],
        () => ErrorScreen,
      ),
    }),
    ErrorBoundary: ErrorScreen,
  };
}

/** The whole staff app: every address and the screen that stands there. */
export const routes: RouteObject[] = [
  { path: '/staff/sign-in', Component: SignInScreen, ErrorBoundary: ErrorScreen },
  {
    path: '/staff',
    Component: Protected,
    ErrorBoundary: ErrorScreen,
    HydrateFallback: () => null,
    children: [
      screen(
        'points/:point/poster',
        () => import('#staff/collection/poster-screen.tsx'),
        'PosterScreen',
      ),
      {
        Component: Layout,
        children: [
          { index: true, Component: HomeScreen },
          // Of one node
          screen(
            'nodes/:node',
            () => import('#staff/reports/dashboard-screen.tsx'),
            'DashboardScreen',
          ),
          screen(
            'nodes/:node/feedback',
            () => import('#staff/feedback/texts-screen.tsx'),
            'TextsScreen',
          ),
          screen(
            'nodes/:node/development',
            () => import('#staff/development/actions-screen.tsx'),
            'ActionsScreen',
          ),
          screen(
            'nodes/:node/discussion',
            () => import('#staff/development/discussion-screen.tsx'),
            'DiscussionScreen',
          ),
          screen(
            'nodes/:node/collection',
            () => import('#staff/collection/collection-screen.tsx'),
            'CollectionScreen',
          ),
          screen(
            'actions/:action',
            () => import('#staff/development/action-screen.tsx'),
            'ActionScreen',
          ),
          // Of the county
          screen('guides', () => import('#staff/paths/guides-screen.tsx'), 'GuidesScreen'),
          screen('guides/:path', () => import('#staff/paths/guide-screen.tsx'), 'GuideScreen'),
          screen('paths', () => import('#staff/paths/paths-screen.tsx'), 'PathsScreen'),
          screen(
            'links',
            () => import('#staff/paths/link-checker-screen.tsx'),
            'LinkCheckerScreen',
          ),
          screen('paths/begin', () => import('#staff/paths/template-screen.tsx'), 'TemplateScreen'),
          screen(
            'paths/import',
            () => import('#staff/paths/import-path-screen.tsx'),
            'ImportPathScreen',
          ),
          screen(
            'paths/:path/import',
            () => import('#staff/paths/import-files-screen.tsx'),
            'ImportFilesScreen',
          ),
          screen(
            'paths/:path',
            () => import('#staff/paths/path-editor-screen.tsx'),
            'PathEditorScreen',
          ),
          screen('handbook', () => import('#staff/handbook/handbook-screen.tsx'), 'HandbookScreen'),
          screen(
            'handbook/entries/:entry',
            () => import('#staff/handbook/entry-screen.tsx'),
            'EntryScreen',
          ),
          screen(
            'handbook/mapping/:scheme',
            () => import('#staff/handbook/mapping-screen.tsx'),
            'MappingScreen',
          ),
          screen(
            'handbook/segments',
            () => import('#staff/handbook/segments-screen.tsx'),
            'SegmentsScreen',
          ),
          screen('channels', () => import('#staff/channels/channels-screen.tsx'), 'ChannelsScreen'),
          screen('partners', () => import('#staff/partners/partners-screen.tsx'), 'PartnersScreen'),
          screen('surveys', () => import('#staff/surveys/surveys-screen.tsx'), 'SurveysScreen'),
          screen(
            'organisation',
            () => import('#staff/organisation/organisation-screen.tsx'),
            'OrganisationScreen',
          ),
          screen(
            'organisation/import',
            () => import('#staff/organisation/import-screen.tsx'),
            'ImportScreen',
          ),
          screen('accounts', () => import('#staff/identity/accounts-screen.tsx'), 'AccountsScreen'),
          screen('tokens', () => import('#staff/identity/tokens-screen.tsx'), 'TokensScreen'),
          screen(
            'retention',
            () => import('#staff/retention/retention-screen.tsx'),
            'RetentionScreen',
          ),
          screen('audit', () => import('#staff/audit/audit-screen.tsx'), 'AuditScreen'),
          // Of oneself, and of those who build this
          screen('me', () => import('#staff/identity/me-screen.tsx'), 'MeScreen'),
          screen('gallery', () => import('#staff/gallery/gallery-screen.tsx'), 'GalleryScreen'),
          { path: '*', Component: NotFoundScreen },
        ],
      },
    ],
  },
];
