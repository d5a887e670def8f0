import type { Route } from '../router.ts';
import { applicationRoutes } from './application-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';

/** The part of Discord's REST API that the local Discord speaks. */
export const allRoutes: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...messageRoutes,
];
