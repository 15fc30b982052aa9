export { changeStatus } from './change-action.ts';
export { createAction } from './create-action.ts';
export { eraseQuotes } from './erase-quotes.ts';
export { publishReply, replyPublished } from './publish-reply.ts';
export { listPublishedReplies, type ReplyView } from './published-replies.ts';
export { routes } from './routes.ts';
export { writeReply } from './write-reply.ts';
