import type { PathView } from '#modules/paths';
import type { Site, Visit } from '#site/mount-page.ts';
import type { PageFacts } from '#site/page-frame.tsx';
import { pathPicture } from '#site/pictures/addresses.ts';
import { pathData } from './path-data.ts';

/** By what a path's page is found and shown elsewhere: its picture, and its data for programs. */
export function findFacts(
  { parts }: Site,
  { county }: Visit,
  path: PathView,
  topic: string | undefined,
): Pick<PageFacts, 'picture' | 'data'> {
  const { id, versionNumber, language, title } = path;
  const place = { county, publicUrl: parts.settings.publicUrl, language };
  return {
    picture: { address: pathPicture(id, versionNumber, language), text: title },
    data: pathData(path, place, topic),
  };
}
