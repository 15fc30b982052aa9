import type { UseQueryResult } from '@tanstack/react-query';
import type { PathReviews } from '#contract/paths';
import type { ApiProblem } from '#staff/api-problem.ts';
import { type Send, type SendMethod, useGet, useSend } from '#staff/api.ts';
import { useEditor } from './editor.tsx';

/** How far the review of the path is. */
export function useReviews(): UseQueryResult<PathReviews, ApiProblem> {
  const { at } = useEditor();
  return useGet<PathReviews>(`${at}/reviews`);
}

/** A change of the path's review, publication or history; all that is read of paths is read anew after it. */
export function useReviewSend<Body = void, Result = void>(
  method: SendMethod,
  part: string,
): Send<Body, Result> {
  const { at } = useEditor();
  return useSend<Body, Result>(method, `${at}${part}`, { invalidate: ['/api/path'] });
}
