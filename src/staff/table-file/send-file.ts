import { ApiProblem, problemOf } from '#staff/api-problem.ts';

/** What is said when a file did not reach the server. */
export interface SendingWords {
  readonly offline: string;
  /** The program of its owner has saved it again, or it is gone; the browser then no longer reads it. */
  readonly changed: string;
}

/** Sends a file as it is. @throws ApiProblem in the reader's language. */
export async function sendFile(
  address: string,
  file: File,
  words: SendingWords,
): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'text/csv', 'accept-language': document.documentElement.lang },
  }).catch(async () => {
    const title = (await canBeRead(file)) ? words.offline : words.changed;
    throw new ApiProblem({ title, status: 0 });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

const canBeRead = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
