export { hoursInVariant, inVariant, isBehind, isPlain } from './in-variant.ts';
export { type ChannelCopy, copyChannels } from './copy-channels.ts';
export {
  type Channel,
  type ChannelForm,
  type EasyForm,
  type FetchFailure,
  isDigital,
  isWebAddress,
  isWithoutNet,
} from './contract.ts';
export {
  changeChannel,
  channelChanged,
  closeChannel,
  createChannel,
  findChannels,
  listChannels,
  writeEasy,
} from './register.ts';
export { type Opening, OpeningHours } from './opening-hours.ts';
export { routes } from './routes.ts';
export {
  beginFetch,
  fetchChannels,
  findSource,
  noteFailure,
  noteProgress,
  noteSuccess,
  storeSource,
} from './source.ts';
export type { ChannelTables } from './tables.ts';
