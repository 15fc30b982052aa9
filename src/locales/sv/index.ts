import common from './common.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import organisation from './organisation.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import channels from './channels.json' with { type: 'json' };
import handbook from './handbook.json' with { type: 'json' };
import paths from './paths.json' with { type: 'json' };
import partners from './partners.json' with { type: 'json' };
import surveys from './surveys.json' with { type: 'json' };
import collection from './collection.json' with { type: 'json' };
import feedback from './feedback.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import development from './development.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };
import retention from './retention.json' with { type: 'json' };
import site from './site.json' with { type: 'json' };

/** The words of this language, a namespace per module. */
export const sv = {
  common,
  errors,
  organisation,
  identity,
  channels,
  handbook,
  paths,
  partners,
  surveys,
  collection,
  feedback,
  reports,
  development,
  audit,
  retention,
  site,
} as const;
