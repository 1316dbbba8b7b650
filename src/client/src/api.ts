// The types of every call. Made by `npm run client` from /v1/openapi.json: not to be edited.

interface problem {
	content: { "application/problem+json": components["schemas"]["Problem"] };
}
interface nothing {
	content?: never;
}

export interface paths {
	"/feeds/{partner}/{calendar}.ics": {
		/**
		 * The feed to subscribe to
		 * @description Everything ahead, and as much of the past as fits in 1,000 events and 1,000,000 bytes. Strong ETag, 304, gzip and br. Tracking parameters are ignored; any other option is 400. A renamed calendar answers 308.
		 */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description iCalendar */
				200: {
					content: {
						"text/calendar": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/feeds/{partner}/{calendar}/seasons/{name}.ics": {
		/**
		 * A season’s archive
		 * @description What a season that is over left behind; it never changes.
		 */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					name: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description iCalendar */
				200: {
					content: {
						"text/calendar": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description Not found */
				404: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/feeds/my/{token}.ics": {
		/**
		 * A personal feed
		 * @description Nobody but its owner knows the address. One whose token ended says so in one event.
		 */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description iCalendar */
				200: {
					content: {
						"text/calendar": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/feeds/my/{token}/{part}.ics": {
		/**
		 * One category of a personal feed
		 * @description The events whose first category it is; its address is in `feeds`.
		 */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					part: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description iCalendar */
				200: {
					content: {
						"text/calendar": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/v1/calendars": {
		/**
		 * Find calendars
		 * @description Words in any order, each in a name, the category, the address or the description; Hangul also by its first consonants (ㅎㅂ). Without `q`, all calendars.
		 */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description A few words; without them, all. */
					q?: string;
				};
			};
			responses: {
				/** @description By their addresses */
				200: {
					content: {
						"application/json": {
							calendars: components["schemas"]["FoundCalendar"][];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
			};
		};
	};
	"/v1/calendars/{partner}/{calendar}": {
		/** One calendar */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The calendar */
				200: {
					content: {
						"application/json": components["schemas"]["Calendar"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/calendars/{partner}/{calendar}/changes": {
		/**
		 * Changes since a token
		 * @description One entry per event, its latest state. Without `since`: everything from the beginning. Keep `next` and come back with it; 410 means: start again without `since`.
		 */
		get: {
			parameters: {
				query?: {
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description The `next` of the answer before; without it, from the beginning. */
					since?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Changes */
				200: {
					content: {
						"application/json": components["schemas"]["Changes"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/calendars/{partner}/{calendar}/events": {
		/**
		 * A calendar's occurrences
		 * @description Ordered by start, then uid; an event that overlaps the range counts. Without `to`, series are followed for two years ahead.
		 */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description Inclusive. A date (read in the calendar's zone) or an instant. */
					from?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description Exclusive. A date (read in the calendar's zone) or an instant. */
					to?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Occurrences */
				200: {
					content: {
						"application/json": {
							events: components["schemas"]["Event"][];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/calendars/{partner}/{calendar}/events/{uid}": {
		/** One event and its history */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			responses: {
				/** @description The event */
				200: {
					content: {
						"application/json": components["schemas"]["EventHistory"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/clients": {
		/**
		 * How often calendar programs really fetch
		 * @description Minutes between two fetches of one client, measured at this server over the last year; families that were hardly seen are left out.
		 */
		get: {
			responses: {
				/** @description By family */
				200: {
					content: {
						"application/json": components["schemas"]["Clients"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
			};
		};
	};
	"/v1/doctor": {
		/** Fetch a feed as each client would, and explain what is wrong with it */
		get: {
			parameters: {
				query: {
					/** @description Of any feed. */
					url: string;
				};
			};
			responses: {
				/** @description What was found */
				200: {
					content: {
						"application/json": components["schemas"]["DoctorReport"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/v1/events": {
		/**
		 * Several calendars' occurrences
		 * @description Ordered by start, then uid; an event that overlaps the range counts. Without `to`, series are followed for two years ahead.
		 */
		get: {
			parameters: {
				query: {
					/** @description partner/calendar; 1 to 50 times. */
					calendar: string | string[];
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description Inclusive. A date (read in the calendar's zone) or an instant. */
					from?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description Exclusive. A date (read in the calendar's zone) or an instant. */
					to?: string;
				};
			};
			responses: {
				/** @description Occurrences */
				200: {
					content: {
						"application/json": {
							events: components["schemas"]["Event"][];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners": {
		/** All partners */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
				};
			};
			responses: {
				/** @description Partners by name of address */
				200: {
					content: {
						"application/json": {
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
							partners: components["schemas"]["Partner"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
			};
		};
	};
	"/v1/partners/{partner}": {
		/** One partner */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The partner */
				200: {
					content: {
						"application/json": components["schemas"]["Partner"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/** Make or change a partner */
		put: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["PartnerSettings"];
				};
			};
			responses: {
				/** @description Changed */
				200: {
					content: {
						"application/json": components["schemas"]["Partner"];
					};
				};
				/** @description Made */
				201: {
					content: {
						"application/json": components["schemas"]["Partner"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/**
		 * Change how a partner looks
		 * @description Fields that are absent keep their value. For owners.
		 */
		patch: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["PartnerLook"];
				};
			};
			responses: {
				/** @description The partner */
				200: {
					content: {
						"application/json": components["schemas"]["Partner"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/audiences": {
		/** Audiences of private events */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Audiences */
				200: {
					content: {
						"application/json": {
							audiences: components["schemas"]["Audience"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/audiences/{audience}": {
		/**
		 * Make or change an audience
		 * @description At most 50. Events name it in their field `audience`.
		 */
		put: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					audience: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						name: string;
						/**
						 * @description Names in other languages.
						 * @example {
						 *       "en": {
						 *         "name": "Members"
						 *       }
						 *     }
						 */
						translations?: {
							[key: string]: {
								name?: string;
							};
						};
					};
				};
			};
			responses: {
				/** @description Changed */
				200: {
					content: {
						"application/json": components["schemas"]["Audience"];
					};
				};
				/** @description Made */
				201: {
					content: {
						"application/json": components["schemas"]["Audience"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/**
		 * Remove an audience
		 * @description With its keys. 409 while an event is for it.
		 */
		delete: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					audience: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Removed */
				204: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/audiences/{audience}/keys": {
		/**
		 * Add, replace or remove members’ keys
		 * @description One key a line, at most 100000 of an audience: as members type them, hashed at once and never kept, or the SHA-256 of each in hexadecimal.
		 */
		post: {
			parameters: {
				query?: {
					/** @description `replace`: these and no others. Who came by a key that is gone loses its events. */
					act?: "add" | "replace" | "remove";
					/** @description The last day on which they open anything, in the partner’s zone. */
					expires?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					audience: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/octet-stream": string;
					"text/plain": string;
				};
			};
			responses: {
				/** @description Changed, all of them */
				200: {
					content: {
						"application/json": components["schemas"]["Audience"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/** Remove all keys of an audience */
		delete: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					audience: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Removed */
				204: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/audit": {
		/**
		 * Who changed what
		 * @description The latest first: publications, and what was done to keys, people and settings.
		 */
		get: {
			parameters: {
				query?: {
					/** @description [a-z0-9-]{1,64} */
					calendar?: string;
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description The `uid` of an event: only what changed it. */
					event?: string;
					/** @description How many at most. */
					limit?: number;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Entries */
				200: {
					content: {
						"application/json": {
							entries: components["schemas"]["AuditEntry"][];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars": {
		/** A partner's calendars */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Calendars */
				200: {
					content: {
						"application/json": {
							calendars: components["schemas"]["Calendar"][];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}": {
		/**
		 * Make or change a calendar
		 * @description Fields that are absent keep their value. `calendar` in the body renames it: its old addresses answer 308 from then on.
		 */
		put: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": components["schemas"]["CalendarSettings"];
				};
			};
			responses: {
				/** @description Changed */
				200: {
					content: {
						"application/json": components["schemas"]["Calendar"];
					};
				};
				/** @description Made */
				201: {
					content: {
						"application/json": components["schemas"]["Calendar"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/**
		 * Delete a calendar
		 * @description Its feed goes on answering: for weeks with one event that says so, then with a tiny calendar. The name is never given away.
		 */
		delete: {
			parameters: {
				query?: {
					/** @description For the history. */
					reason?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Deleted */
				204: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/events": {
		/**
		 * Add an event by hand
		 * @description One event with the names of a JSON upload. No file’s silence cancels it.
		 */
		post: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one: 409. */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						address?: unknown;
						alarm?: unknown;
						alarms?: unknown;
						all_day?: unknown;
						allDay?: unknown;
						audience?: unknown;
						away?: unknown;
						categories?: unknown;
						category?: unknown;
						description?: unknown;
						end?: unknown;
						end_date?: unknown;
						end_time?: unknown;
						endDate?: unknown;
						exdates?: unknown;
						external_id?: unknown;
						externalId?: unknown;
						extra?: unknown;
						game_no?: unknown;
						gameNo?: unknown;
						home?: unknown;
						home_away?: unknown;
						kind?: unknown;
						lang?: unknown;
						latitude?: unknown;
						links?: unknown;
						location?: unknown;
						longitude?: unknown;
						opponent?: unknown;
						other_links?: unknown;
						reason?: unknown;
						region?: unknown;
						result?: unknown;
						rrule?: unknown;
						shop_url?: unknown;
						sold_out?: unknown;
						soldOut?: unknown;
						start?: unknown;
						start_date?: unknown;
						start_time?: unknown;
						startDate?: unknown;
						status?: unknown;
						store_group?: unknown;
						tags?: unknown;
						ticket_opens_at?: unknown;
						ticket_url?: unknown;
						ticketOpensAt?: unknown;
						time_tbd?: unknown;
						timeTbd?: unknown;
						timezone?: unknown;
						title?: unknown;
						translations?: unknown;
						uid?: unknown;
						url?: unknown;
						venue?: unknown;
						watch_url?: unknown;
					};
				};
			};
			responses: {
				/** @description Published */
				201: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Nothing was done: the findings say why */
				422: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/events/{uid}": {
		/** One event, its locks and who changed what */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			responses: {
				/** @description The event */
				200: {
					content: {
						"application/json": components["schemas"]["PartnerEventHistory"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Take an event out by hand
		 * @description A mistake that never was; one that does not take place is cancelled (PATCH). No upload brings it back.
		 */
		delete: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one: 409. */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
					/** @description Of a series, the one happening meant: the start that its rule makes. */
					recurrenceId?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			responses: {
				/** @description Published */
				200: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Change an event by hand
		 * @description The fields to change, with the names of a JSON upload; null clears. A rain-out is {"status": "우천취소"}, a move {"start": …}. What it changes is locked: an upload that says something else is told so (`field.locked`), and the hand’s word holds.
		 */
		patch: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one: 409. */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						address?: unknown;
						alarm?: unknown;
						alarms?: unknown;
						all_day?: unknown;
						allDay?: unknown;
						audience?: unknown;
						away?: unknown;
						categories?: unknown;
						category?: unknown;
						description?: unknown;
						end?: unknown;
						end_date?: unknown;
						end_time?: unknown;
						endDate?: unknown;
						exdates?: unknown;
						external_id?: unknown;
						externalId?: unknown;
						extra?: unknown;
						game_no?: unknown;
						gameNo?: unknown;
						home?: unknown;
						home_away?: unknown;
						kind?: unknown;
						lang?: unknown;
						latitude?: unknown;
						links?: unknown;
						location?: unknown;
						longitude?: unknown;
						opponent?: unknown;
						other_links?: unknown;
						reason?: unknown;
						/** @description Of a series, the one happening meant: the start that its rule makes. */
						recurrenceId?: string;
						region?: unknown;
						result?: unknown;
						rrule?: unknown;
						shop_url?: unknown;
						sold_out?: unknown;
						soldOut?: unknown;
						start?: unknown;
						start_date?: unknown;
						start_time?: unknown;
						startDate?: unknown;
						status?: unknown;
						store_group?: unknown;
						tags?: unknown;
						ticket_opens_at?: unknown;
						ticket_url?: unknown;
						ticketOpensAt?: unknown;
						time_tbd?: unknown;
						timeTbd?: unknown;
						timezone?: unknown;
						title?: unknown;
						translations?: unknown;
						uid?: unknown;
						/** @description Fields of which uploads may speak again. */
						unlock?: string[];
						url?: unknown;
						venue?: unknown;
						watch_url?: unknown;
					};
				};
			};
			responses: {
				/** @description Published */
				200: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Nothing was done: the findings say why */
				422: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/export": {
		/**
		 * The whole schedule as a file
		 * @description Every event with its id, past and future, cancelled ones too. Uploading it again changes nothing.
		 */
		get: {
			parameters: {
				query?: {
					/** @description What kind of file. */
					format?: "csv" | "xlsx" | "json" | "ics";
					/** @description In which language the columns of a table are called. */
					language?: "ko" | "en";
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The file */
				200: {
					content: {
						"application/json": {
							events: {
								[key: string]: unknown;
							}[];
						};
						"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
						"text/calendar": string;
						"text/csv": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/groups": {
		/** A calendar’s groups of stores */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description By name */
				200: {
					content: {
						"application/json": {
							groups: components["schemas"]["StoreGroup"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/groups/{group}": {
		/**
		 * Make or change a group of stores
		 * @description The group’s name is a tag; events that carry it tell its stores. A store that was in another group leaves it: events follow in one publication, and only those that must.
		 */
		put: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of stores: the last part of its address. */
					group: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						name?: string;
						stores: {
							/** @default null */
							address?: string | null;
							name: string;
							/** @default null */
							region?: string | null;
						}[];
					};
				};
			};
			responses: {
				/** @description Kept */
				200: {
					content: {
						"application/json": components["schemas"]["KeptStoreGroup"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/**
		 * Give a group of stores up
		 * @description Its events stay as they are.
		 */
		delete: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of stores: the last part of its address. */
					group: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Given up */
				204: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/groups/{group}/events": {
		/**
		 * Add an event of a group of stores
		 * @description As by hand. One event that tells the group’s stores or, with `eachStore`, one at each of them.
		 */
		post: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of stores: the last part of its address. */
					group: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						address?: unknown;
						alarm?: unknown;
						alarms?: unknown;
						all_day?: unknown;
						allDay?: unknown;
						audience?: unknown;
						away?: unknown;
						categories?: unknown;
						category?: unknown;
						description?: unknown;
						/** @default false */
						eachStore?: boolean;
						end?: unknown;
						end_date?: unknown;
						end_time?: unknown;
						endDate?: unknown;
						exdates?: unknown;
						external_id?: unknown;
						externalId?: unknown;
						extra?: unknown;
						game_no?: unknown;
						gameNo?: unknown;
						home?: unknown;
						home_away?: unknown;
						kind?: unknown;
						lang?: unknown;
						latitude?: unknown;
						links?: unknown;
						location?: unknown;
						longitude?: unknown;
						opponent?: unknown;
						other_links?: unknown;
						reason?: unknown;
						region?: unknown;
						result?: unknown;
						rrule?: unknown;
						shop_url?: unknown;
						sold_out?: unknown;
						soldOut?: unknown;
						start?: unknown;
						start_date?: unknown;
						start_time?: unknown;
						startDate?: unknown;
						status?: unknown;
						store_group?: unknown;
						tags?: unknown;
						ticket_opens_at?: unknown;
						ticket_url?: unknown;
						ticketOpensAt?: unknown;
						time_tbd?: unknown;
						timeTbd?: unknown;
						timezone?: unknown;
						title?: unknown;
						translations?: unknown;
						uid?: unknown;
						url?: unknown;
						venue?: unknown;
						watch_url?: unknown;
					};
				};
			};
			responses: {
				/** @description Published */
				201: {
					content: {
						"application/json": components["schemas"]["StoreGroupEvents"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Nothing was done: the findings say why */
				422: {
					content: {
						"application/json": components["schemas"]["StoreGroupEvents"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/groups/{group}/happenings": {
		/** Skip or move one day of a group’s series */
		post: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of stores: the last part of its address. */
					group: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @description The day that the rule makes.
						 */
						date: string;
						/**
						 * Format: date
						 * @description Another day; null: not on that day.
						 * @default null
						 */
						to?: string | null;
						/** @description Any of the events that repeat alike. */
						uid: string;
					};
				};
			};
			responses: {
				/** @description Published */
				200: {
					content: {
						"application/json": components["schemas"]["StoreGroupEvents"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Nothing was done: the findings say why */
				422: {
					content: {
						"application/json": components["schemas"]["StoreGroupEvents"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/reach": {
		/**
		 * How many people a calendar reaches
		 * @description From the fetch ledger, some seconds old: who is subscribed, and how many have a revision.
		 */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The reach */
				200: {
					content: {
						"application/json": components["schemas"]["Reach"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/revisions": {
		/** Revisions, the latest first */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Revisions */
				200: {
					content: {
						"application/json": {
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
							revisions: components["schemas"]["Revision"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/revisions/{revision}/restoration": {
		/**
		 * Go back to a revision
		 * @description Publishes the inverse as a new revision: the same UIDs revive, events made since get tombstones.
		 */
		post: {
			parameters: {
				query?: {
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description A whole number: one of the calendar’s history. */
					revision: number | null;
				};
			};
			responses: {
				/** @description The new revision */
				201: {
					content: {
						"application/json": components["schemas"]["Revision"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/seasons": {
		/** Archived seasons, the latest first */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Seasons */
				200: {
					content: {
						"application/json": {
							seasons: components["schemas"]["Season"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Begin a new season
		 * @description What ended before a day leaves the schedule in one publication and is kept as an archive that never changes. Address and subscribers stay; later files do not bring it back; a restoration does.
		 */
		post: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/**
						 * Format: date
						 * @description A day; today unless given.
						 */
						before?: string;
						/** @description [a-z0-9-]: stands in an address. */
						name: string;
					};
				};
			};
			responses: {
				/** @description Archived */
				201: {
					content: {
						"application/json": components["schemas"]["Season"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/seasons/{name}": {
		/** An archived season as a file */
		get: {
			parameters: {
				query?: {
					/** @description Of the file. */
					format?: "csv" | "ics";
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of the season, as it was given. */
					name: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The file */
				200: {
					content: {
						"text/calendar": string;
						"text/csv": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/sources": {
		/** A calendar's sources */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Sources */
				200: {
					content: {
						"application/json": {
							sources: components["schemas"]["Source"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Fetch a schedule from an address
		 * @description What is fetched is published by itself when it has neither errors nor questions; else it waits.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/**
						 * @description Minutes.
						 * @default 60
						 */
						every?: number;
						/**
						 * @default merge
						 * @enum {string}
						 */
						mode?: "merge" | "replace";
						/**
						 * @description Who is told when it fails, waits, or works again.
						 * @default null
						 */
						notice?: {
							/** Format: email */
							email?: string;
							webhook?: string;
						} | null;
						/**
						 * @description http:, https: or webcal:, at a public address. A link of Google Sheets as copied.
						 * @example https://example.com/schedule.csv
						 */
						url: string;
					};
				};
			};
			responses: {
				/** @description The source; it is fetched within a minute */
				201: {
					content: {
						"application/json": components["schemas"]["Source"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/sources/{id}": {
		/** One source */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of the source. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The source */
				200: {
					content: {
						"application/json": components["schemas"]["Source"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Remove a source
		 * @description What it brought stays.
		 */
		delete: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of the source. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Removed */
				204: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/** Change a source */
		patch: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of the source. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Minutes. */
						every?: number;
						/** @enum {string} */
						mode?: "merge" | "replace";
						/** @description Who is told when it fails, waits, or works again. */
						notice?: {
							/** Format: email */
							email?: string;
							webhook?: string;
						} | null;
						/**
						 * @description http:, https: or webcal:, at a public address. A link of Google Sheets as copied.
						 * @example https://example.com/schedule.csv
						 */
						url?: string;
					};
				};
			};
			responses: {
				/** @description The source; it is fetched within a minute */
				200: {
					content: {
						"application/json": components["schemas"]["Source"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/sources/{id}/pull": {
		/** Fetch a source now */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description Of the source. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description What it came to, a failure as well */
				200: {
					content: {
						"application/json": components["schemas"]["Source"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/partners/{partner}/calendars/{calendar}/uploads": {
		/** A calendar's uploads, the latest first */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Uploads, without changes */
				200: {
					content: {
						"application/json": {
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
							uploads: components["schemas"]["Upload"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Upload a schedule
		 * @description The file raw, or multipart as `file`. An error anywhere: 422, and nothing of it is published. A question leaves it `ready`, also with publish=true.
		 */
		post: {
			parameters: {
				query?: {
					/** @description Take the stated defaults of guard and identity questions. */
					confirm?: "true" | "false";
					/** @description Answers date.ambiguous. */
					dateOrder?: "DMY" | "MDY" | "YMD";
					/** @description As the file is called: its ending says what it is, where its bytes do not. */
					filename?: string;
					/** @description `merge` adds and changes; `replace`: the file is the whole schedule. */
					mode?: "merge" | "replace";
					/** @description Publish at once when nothing stands against it. */
					publish?: "true" | "false";
					/** @description For the history. */
					reason?: string;
					/** @description Answers xlsx.sheets: the name of the one to read. */
					sheet?: string;
					/** @description Answers date.year_missing. */
					year?: number;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					calendar: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": string;
					"application/octet-stream": string;
					"multipart/form-data": {
						/** Format: binary */
						file: string;
					};
					"text/calendar": string;
					"text/csv": string;
				};
			};
			responses: {
				/** @description Read, compared and kept */
				201: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description The calendar was renamed: its address is in `Location` */
				308: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Refused: the same shape, with the errors among its findings */
				422: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/invitations": {
		/** Invitations that are open */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The latest first */
				200: {
					content: {
						"application/json": {
							invitations: components["schemas"]["Invitation"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Invite a person
		 * @description A link that one person may use once within 7 days; shown this once.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Names the author in the history. */
						label: string;
						/**
						 * @description Viewers read, editors change, owners also say who may.
						 * @default editor
						 * @enum {string}
						 */
						role?: "owner" | "editor" | "viewer";
					};
				};
			};
			responses: {
				/** @description Invited */
				201: {
					content: {
						"application/json": components["schemas"]["NewInvitation"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The `Idempotency-Key` was used for something else, or is being answered */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/invitations/{id}": {
		/** Withdraw an invitation */
		delete: {
			parameters: {
				path: {
					/** @description Of the invitation. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Withdrawn */
				204: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/keys": {
		/** A partner's keys, without the secrets */
		get: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Keys */
				200: {
					content: {
						"application/json": {
							keys: components["schemas"]["Key"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/** Make a key; it is shown this once */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Names the author in the history. */
						label: string;
						/**
						 * @description Viewers read, editors change, owners also say who may.
						 * @default owner
						 * @enum {string}
						 */
						role?: "owner" | "editor" | "viewer";
					};
				};
			};
			responses: {
				/** @description The key */
				201: {
					content: {
						"application/json": components["schemas"]["NewKey"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The `Idempotency-Key` was used for something else, or is being answered */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/keys/{id}": {
		/** Revoke a key */
		delete: {
			parameters: {
				path: {
					/** @description Of the key: not the key itself. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Revoked */
				204: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Give a key another role
		 * @description Its sessions in the console end.
		 */
		patch: {
			parameters: {
				path: {
					/** @description Of the key: not the key itself. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/**
						 * @description Viewers read, editors change, owners also say who may.
						 * @enum {string}
						 */
						role: "owner" | "editor" | "viewer";
					};
				};
			};
			responses: {
				/** @description The key */
				200: {
					content: {
						"application/json": components["schemas"]["Key"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/logo": {
		/**
		 * Give a partner a logo
		 * @description The body is the image: PNG or JPEG by its bytes, at most 512 KiB, 16 to 2048 pixels a side. It is written anew without places, names and comments. For owners.
		 */
		put: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"image/jpeg": string;
					"image/png": string;
				};
			};
			responses: {
				/** @description The partner */
				200: {
					content: {
						"application/json": components["schemas"]["Partner"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Not usable as it is */
				422: problem;
			};
		};
		/**
		 * Take the logo away
		 * @description For owners.
		 */
		delete: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Taken away */
				204: nothing;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/partners/{partner}/reports": {
		/**
		 * Reports by the public
		 * @description Entries of the queue, the latest first. Reports that say the same are one.
		 */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description Only those in this state. */
					status?: "open" | "accepted" | "rejected";
				};
				path: {
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description Reports */
				200: {
					content: {
						"application/json": {
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
							reports: components["schemas"]["Report"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/reports/{id}": {
		/** One report, with those that say the same */
		get: {
			parameters: {
				path: {
					/** @description Of the report; not its receipt. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			responses: {
				/** @description The report */
				200: {
					content: {
						"application/json": {
							/** @description The latest 50. */
							merged: components["schemas"]["MergedReport"][];
							report: components["schemas"]["Report"];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/partners/{partner}/reports/{id}/acceptance": {
		/**
		 * Accept a report: edit the event by hand and publish it
		 * @description Without a body, what was suggested; with one, what is right, in the names of an edit by hand. The decision and the publication are one act.
		 */
		post: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one: 409. */
					ifRevision?: number | null;
					/** @description For the reporters and the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description Of the report; not its receipt. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody?: {
				content: {
					"application/json": {
						address?: unknown;
						alarm?: unknown;
						alarms?: unknown;
						all_day?: unknown;
						allDay?: unknown;
						audience?: unknown;
						away?: unknown;
						categories?: unknown;
						category?: unknown;
						description?: unknown;
						end?: unknown;
						end_date?: unknown;
						end_time?: unknown;
						endDate?: unknown;
						exdates?: unknown;
						external_id?: unknown;
						externalId?: unknown;
						extra?: unknown;
						game_no?: unknown;
						gameNo?: unknown;
						home?: unknown;
						home_away?: unknown;
						kind?: unknown;
						lang?: unknown;
						latitude?: unknown;
						links?: unknown;
						location?: unknown;
						longitude?: unknown;
						opponent?: unknown;
						other_links?: unknown;
						reason?: unknown;
						/** @description Of a series, the one happening meant: the start that its rule makes. */
						recurrenceId?: string;
						region?: unknown;
						result?: unknown;
						rrule?: unknown;
						shop_url?: unknown;
						sold_out?: unknown;
						soldOut?: unknown;
						start?: unknown;
						start_date?: unknown;
						start_time?: unknown;
						startDate?: unknown;
						status?: unknown;
						store_group?: unknown;
						tags?: unknown;
						ticket_opens_at?: unknown;
						ticket_url?: unknown;
						ticketOpensAt?: unknown;
						time_tbd?: unknown;
						timeTbd?: unknown;
						timezone?: unknown;
						title?: unknown;
						translations?: unknown;
						uid?: unknown;
						url?: unknown;
						venue?: unknown;
						watch_url?: unknown;
					};
				};
			};
			responses: {
				/** @description Published */
				200: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Nothing was done: the findings say why */
				422: {
					content: {
						"application/json": components["schemas"]["EditedEvent"];
					};
				};
			};
		};
	};
	"/v1/partners/{partner}/reports/{id}/merger": {
		/** Make a report part of another one */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description Of the report; not its receipt. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						into: string;
					};
				};
			};
			responses: {
				/** @description The entry that is left */
				200: {
					content: {
						"application/json": components["schemas"]["Report"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/partners/{partner}/reports/{id}/rejection": {
		/** Reject a report, with a reason */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description Of the report; not its receipt. */
					id: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Own words, or one of: already_right, not_confirmed, not_ours, unclear */
						reason: string;
					};
				};
			};
			responses: {
				/** @description Rejected */
				200: {
					content: {
						"application/json": components["schemas"]["Report"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/reports": {
		/**
		 * Report that an event is wrong
		 * @description Wrong time, cancelled, missing, or another mistake. It goes to the partner’s queue, never by itself into a feed. Nothing that names a person is kept. An Idempotency-Key has at least 16 characters here.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @example hanbit-bears/baseball */
						calendar: string;
						/** @enum {string} */
						kind: "time" | "cancelled" | "missing" | "other";
						note?: string;
						/** @description The calendar’s revision that the reporter saw. */
						revision?: number;
						/** @description Where it can be read: an address of http or https. */
						source?: string;
						suggestion?: {
							end?: string;
							/** @description Of a series, the day that is meant. */
							happening?: string;
							location?: string;
							/** @description A date, or a local time in the event’s zone. */
							start?: string;
							/** @enum {string} */
							status?: "cancelled" | "postponed";
							title?: string;
						};
						/** @description The event; none for one that is missing. */
						uid?: string;
					};
				};
			};
			responses: {
				/** @description Taken */
				201: {
					content: {
						"application/json": components["schemas"]["FiledReport"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/reports/{receipt}": {
		/** What became of a report */
		get: {
			parameters: {
				path: {
					/** @description As it was answered when the report was made. */
					receipt: string;
				};
			};
			responses: {
				/** @description The report */
				200: {
					content: {
						"application/json": components["schemas"]["ReportOutcome"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
			};
		};
	};
	"/v1/subscriptions": {
		/**
		 * Make a personal feed
		 * @description No account and no key: the token that is answered is the only way back to it.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Minutes before, 0 to 40320; at most 5. */
						alarms?: number[];
						/**
						 * @description partner/calendar, 1 to 50, of any partners.
						 * @example [
						 *       "harbour/regatta"
						 *     ]
						 */
						calendars: string[];
						/** @enum {string} */
						cancelled?: "mark" | "drop";
						/**
						 * @description When, on the evening before an all-day event.
						 * @example 20:00
						 */
						eveningBefore?: string | null;
						filters?: {
							/** @description Any of these; at most 100. Empty: all. */
							categories?: string[];
							/**
							 * @description Of the chosen teams; without any, of the team that plays most in a calendar.
							 * @enum {string|null}
							 */
							homeAway?: "home" | "away" | null;
							/** @description Any of these; at most 100. Empty: all. */
							kinds?: string[];
							/** @description Any of these; at most 100. Empty: all. */
							tags?: string[];
							/** @description Any of these; at most 100. Empty: all. */
							teams?: string[];
							/** @description mon … sun, MO … SU, 1 (Monday) … 7, weekend; in the zone of the event. */
							weekdays?: (string | number)[];
						};
						/** @description Any of these; at most 100. Empty: all. */
						hiddenTeams?: string[];
						/** @description Your name for it, at most 100 units. */
						label?: string | null;
						/** @description Two letters; null: each event in the language in which it was published. */
						language?: string | null;
						/** @description 0 to 3650; null: as much of the past as fits. */
						pastDays?: number | null;
						/** @description Before every title: at most 32 units. */
						prefix?: string;
						/** @description When an app reminds; null: as the alarms ring. No feed shows it. */
						reminders?: {
							/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
							allDay?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/** @description Whether what changes near an event is pushed. */
							changes?: boolean;
							/** @description Days before a timed event, 0 to 30; at most 5. */
							daysBefore?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/**
							 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
							 * @example [
							 *       30
							 *     ]
							 */
							minutes?: number[];
							/**
							 * @description What would ring in it rings a minute before it begins.
							 * @example {
							 *       "from": "23:00",
							 *       "to": "07:00"
							 *     }
							 */
							quiet?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								from: string;
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								to: string;
							} | null;
							/** @description Minutes before tickets open, 0 to 40320; at most 5. */
							tickets?: number[];
						} | null;
						/** @description Whether results are told; false: none is. */
						results?: boolean;
						/**
						 * @description One more link a category.
						 * @enum {string|null}
						 */
						split?: "category" | null;
						/** @description Yours, by its IANA name. */
						timezone?: string | null;
						/** @description Whether the venue's time is told beside yours. */
						venueTime?: boolean;
					};
				};
			};
			responses: {
				/** @description Made */
				201: {
					content: {
						"application/json": components["schemas"]["NewSubscription"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description The `Idempotency-Key` was used for something else, or is being answered */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}": {
		/** A personal feed and what was chosen */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The subscription */
				200: {
					content: {
						"application/json": components["schemas"]["Subscription"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
		/**
		 * Erase a personal feed
		 * @description Choices and overlay are forgotten; the feed is one event that says so.
		 */
		delete: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Erased */
				204: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Choose otherwise
		 * @description What is left out stays; of `filters` too. The links stay the same.
		 */
		patch: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Minutes before, 0 to 40320; at most 5. */
						alarms?: number[];
						/**
						 * @description partner/calendar, 1 to 50, of any partners.
						 * @example [
						 *       "harbour/regatta"
						 *     ]
						 */
						calendars?: string[];
						/** @enum {string} */
						cancelled?: "mark" | "drop";
						/**
						 * @description When, on the evening before an all-day event.
						 * @example 20:00
						 */
						eveningBefore?: string | null;
						filters?: {
							/** @description Any of these; at most 100. Empty: all. */
							categories?: string[];
							/**
							 * @description Of the chosen teams; without any, of the team that plays most in a calendar.
							 * @enum {string|null}
							 */
							homeAway?: "home" | "away" | null;
							/** @description Any of these; at most 100. Empty: all. */
							kinds?: string[];
							/** @description Any of these; at most 100. Empty: all. */
							tags?: string[];
							/** @description Any of these; at most 100. Empty: all. */
							teams?: string[];
							/** @description mon … sun, MO … SU, 1 (Monday) … 7, weekend; in the zone of the event. */
							weekdays?: (string | number)[];
						};
						/**
						 * @description Calendars to add to those that are followed, one by one.
						 * @example [
						 *       "harbour/regatta"
						 *     ]
						 */
						follow?: string[];
						/** @description Any of these; at most 100. Empty: all. */
						hiddenTeams?: string[];
						/** @description Your name for it, at most 100 units. */
						label?: string | null;
						/** @description Two letters; null: each event in the language in which it was published. */
						language?: string | null;
						/** @description 0 to 3650; null: as much of the past as fits. */
						pastDays?: number | null;
						/** @description Before every title: at most 32 units. */
						prefix?: string;
						/** @description When an app reminds; null: as the alarms ring. No feed shows it. */
						reminders?: {
							/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
							allDay?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/** @description Whether what changes near an event is pushed. */
							changes?: boolean;
							/** @description Days before a timed event, 0 to 30; at most 5. */
							daysBefore?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/**
							 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
							 * @example [
							 *       30
							 *     ]
							 */
							minutes?: number[];
							/**
							 * @description What would ring in it rings a minute before it begins.
							 * @example {
							 *       "from": "23:00",
							 *       "to": "07:00"
							 *     }
							 */
							quiet?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								from: string;
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								to: string;
							} | null;
							/** @description Minutes before tickets open, 0 to 40320; at most 5. */
							tickets?: number[];
						} | null;
						/** @description Whether results are told; false: none is. */
						results?: boolean;
						/**
						 * @description One more link a category.
						 * @enum {string|null}
						 */
						split?: "category" | null;
						/** @description Yours, by its IANA name. */
						timezone?: string | null;
						/**
						 * @description Calendars to leave; one that is not followed is left already.
						 * @example [
						 *       "harbour/regatta"
						 *     ]
						 */
						unfollow?: string[];
						/** @description Whether the venue's time is told beside yours. */
						venueTime?: boolean;
					};
				};
			};
			responses: {
				/** @description As it is now */
				200: {
					content: {
						"application/json": components["schemas"]["Subscription"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/audiences": {
		/** Audiences whose private events it has */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Audiences */
				200: {
					content: {
						"application/json": {
							audiences: components["schemas"]["Membership"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
		/**
		 * Open private events with a member’s key
		 * @description A membership number or ticket code, as the partner gave it. Its events are in the feed from then on, for as long as the key is good. Wrong ones are counted: 429 for a while after too many.
		 */
		put: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @example CARD-0001 */
						key: string;
						/**
						 * @description [a-z0-9-]{1,64}
						 * @example hanbit-bears
						 */
						partner: string;
					};
				};
			};
			responses: {
				/** @description All that are open now */
				200: {
					content: {
						"application/json": {
							audiences: components["schemas"]["Membership"][];
						};
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/audiences/{partner}/{audience}": {
		/**
		 * Leave an audience
		 * @description Its events leave the feed; the key is free for another.
		 */
		delete: {
			parameters: {
				path: {
					/** @description [a-z0-9-]{1,64} */
					audience: string;
					/** @description [a-z0-9-]{1,64} */
					partner: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Left */
				204: nothing;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/changes": {
		/**
		 * Changes of a personal feed since a token
		 * @description One entry per event, as it is now, with filters and overlay applied: an upsert, or a removal of what is not in the feed any more. Other choices and calendars are told in the same way. Without `since`: everything. Keep `next` and come back with it; 410 means: forget everything and start again without `since`. With `from` and `to` each event has its occurrences in that range, at most 400.
		 */
		get: {
			parameters: {
				query?: {
					/** @description Inclusive. A date (in your zone) or an instant; both or neither. */
					from?: string;
					/** @description true: what is hidden is told as such, rather than as gone. */
					hidden?: "true" | "false";
					/** @description How many at most, 1 to 1000. */
					limit?: number;
					/** @description The `next` of the answer before. */
					since?: string;
					/** @description Exclusive. A date (in your zone) or an instant; both or neither. */
					to?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Changes */
				200: {
					content: {
						"application/json": components["schemas"]["OwnChanges"];
					};
				};
				/** @description Nothing has changed since the answer with that ETag */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/events": {
		/**
		 * A personal feed's occurrences
		 * @description Ordered by start, then uid; an event that overlaps the range counts. Without `to`, series are followed for two years ahead. What is hidden is left out, unless `hidden=true`.
		 */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description Inclusive. A date (in your zone) or an instant. */
					from?: string;
					/** @description `true`: what is hidden is in the answer too, and says so. */
					hidden?: "true" | "false";
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description Exclusive. A date (in your zone) or an instant. */
					to?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Occurrences, each with what is your own of it */
				200: {
					content: {
						"application/json": {
							events: {
								alarms: number[];
								allDay: boolean;
								/** @description The audience that alone is told of it; null for everybody’s events. */
								audience: string | null;
								away: string | null;
								calendar: string;
								categories: string[];
								description: string | null;
								/** @description As start; inclusive when all-day; null when not given. */
								end: string | null;
								/** @description Instant with offset; exclusive. */
								endsAt: string;
								exdates: string[];
								externalId: string | null;
								gameNo: number | null;
								home: string | null;
								kind: string;
								lang: string | null;
								links: {
									label: string;
									url: string;
								}[];
								location: {
									address: string | null;
									latitude: number | null;
									longitude: number | null;
									name: string | null;
									region: string | null;
								} | null;
								mine: components["schemas"]["Mine"];
								/** @description The slot the event first had, when it no longer has it. */
								movedFrom: {
									allDay: boolean;
									start: string;
									timeTbd: boolean;
									timezone: string;
								} | null;
								/** @description Happenings of a series that differ, by the start its rule makes: their times, and of the other fields those that differ. Empty in lists of occurrences. */
								overrides: ({
									end: string | null;
									endsAt: string;
									recurrenceId: string;
									start: string;
									startsAt: string;
								} & {
									[key: string]: unknown;
								})[];
								partner: string;
								reason: string | null;
								/** @description In lists of occurrences: the start in its series. */
								recurrenceId: string | null;
								result: string | null;
								revision: number;
								rrule: string | null;
								sequence: number;
								soldOut: boolean;
								/** @description Local wall time, or a date when all-day. */
								start: string;
								/** @description Instant with offset. */
								startsAt: string;
								/** @enum {string} */
								status: "tentative" | "confirmed" | "postponed" | "cancelled" | "ended";
								tags: string[];
								ticketOpensAt: string | null;
								timeTbd: boolean;
								timezone: string;
								title: string;
								translations: {
									[key: string]: {
										description?: string;
										location?: string;
										title?: string;
									};
								};
								/** @description Minted once, for life. */
								uid: string;
								updatedAt: string;
								url: string | null;
							}[];
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/export": {
		/** Everything kept of it */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description All of it */
				200: {
					content: {
						"application/json": components["schemas"]["SubscriptionExport"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/freshness": {
		/**
		 * How old it is in each calendar program
		 * @description From the fetch ledger, some seconds old; the program that fetched last first. `text` is in the language of `Accept-Language`.
		 */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The freshness */
				200: {
					content: {
						"application/json": components["schemas"]["Freshness"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/overlay": {
		/** What is laid over events, the latest first */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The overlay */
				200: {
					content: {
						"application/json": {
							hiddenTeams: string[];
							overlays: components["schemas"]["Overlay"][];
							/** @description The subscription's: where it is the one you know and one more, nobody else wrote. */
							revision: number;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/overlay/{uid}": {
		/**
		 * Hide, annotate or alarm one event
		 * @description Instead of what was laid over it before. It holds through every re-upload, move and restoration, since an event keeps its UID for life.
		 */
		put: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Minutes before; null: as the subscription has it; empty: none. */
						alarms?: number[] | null;
						hidden?: boolean;
						/** @description In the event's description; at most 1000 units. */
						memo?: string | null;
						/** @description Instead of the subscription’s, for this event; null: as it has them. */
						reminders?: {
							/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
							allDay?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/** @description Days before a timed event, 0 to 30; at most 5. */
							daysBefore?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/**
							 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
							 * @example [
							 *       30
							 *     ]
							 */
							minutes?: number[];
							/** @description Minutes before tickets open, 0 to 40320; at most 5. */
							tickets?: number[];
						} | null;
						/**
						 * @description Happenings of a series to hide, by day or recurrenceId; at most 400.
						 * @example [
						 *       "2026-05-01"
						 *     ]
						 */
						skipped?: string[];
					};
				};
			};
			responses: {
				/** @description What is laid over the event now */
				200: {
					content: {
						"application/json": components["schemas"]["LaidOverlay"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
		/** One event as it was published */
		delete: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			responses: {
				/** @description Taken back */
				204: nothing;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Change what is laid over one event
		 * @description What is left out stays as it is, also when another device changed it meanwhile.
		 */
		patch: {
			parameters: {
				query?: {
					/** @description The revision that was looked at; at any other one, nothing is done (409). */
					ifRevision?: number | null;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
					/** @description The event’s, as in lists and in the feed. */
					uid: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Minutes before; null: as the subscription has it; empty: none. */
						alarms?: number[] | null;
						hidden?: boolean;
						/** @description In the event's description; at most 1000 units. */
						memo?: string | null;
						/** @description Instead of the subscription’s, for this event; null: as it has them. */
						reminders?: {
							/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
							allDay?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/** @description Days before a timed event, 0 to 30; at most 5. */
							daysBefore?: {
								/**
								 * @description By the clock of your zone.
								 * @example 20:00
								 */
								at: string;
								days: number;
							}[];
							/**
							 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
							 * @example [
							 *       30
							 *     ]
							 */
							minutes?: number[];
							/** @description Minutes before tickets open, 0 to 40320; at most 5. */
							tickets?: number[];
						} | null;
						/**
						 * @description Happenings of a series to hide, besides those that are hidden.
						 * @example [
						 *       "2026-05-01"
						 *     ]
						 */
						skip?: string[];
						/**
						 * @description Happenings of a series to hide, by day or recurrenceId; at most 400.
						 * @example [
						 *       "2026-05-01"
						 *     ]
						 */
						skipped?: string[];
						/**
						 * @description Happenings of a series to show again.
						 * @example [
						 *       "2026-05-01"
						 *     ]
						 */
						unskip?: string[];
					};
				};
			};
			responses: {
				/** @description What is laid over the event now */
				200: {
					content: {
						"application/json": components["schemas"]["LaidOverlay"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/overlay/teams/{team}": {
		/**
		 * Hide an opponent
		 * @description Every game that the team plays in.
		 */
		put: {
			parameters: {
				path: {
					/** @description As events have it in `home` and `away`. */
					team: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The opponent is hidden */
				200: {
					content: {
						"application/json": {
							hidden: boolean;
							/** @description The subscription's: where it is the one you know and one more, nobody else wrote. */
							revision: number;
							team: string;
						};
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/** Show an opponent again */
		delete: {
			parameters: {
				path: {
					/** @description As events have it in `home` and `away`. */
					team: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Taken back */
				204: nothing;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/push": {
		/** The key for pushing, and the browsers it rings in */
		get: {
			parameters: {
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Key and browsers */
				200: {
					content: {
						"application/json": {
							channels: components["schemas"]["PushChannel"][];
							/** @description The `applicationServerKey` of `pushManager.subscribe()`, base64url. */
							publicKey: string;
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
		/**
		 * Let a browser ring
		 * @description Reminders and near changes are pushed to it from now on (RFC 8030, 8291, 8292). What is sent is what `PushSubscription.toJSON()` gives. At most 10 browsers.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						endpoint: string;
						/** @description Ignored. */
						expirationTime?: number | null;
						keys: {
							/** @description Its secret: 16 octets, base64url. */
							auth: string;
							/** @description The browser's public key: 65 octets, base64url. */
							p256dh: string;
						};
						/** @description Your name for it, at most 100 units. */
						label?: string | null;
						/**
						 * @description Of what Kalends itself says; by default as the feed’s.
						 * @enum {string|null}
						 */
						language?: "ko" | "en" | null;
					};
				};
			};
			responses: {
				/** @description It rang before; the keys were replaced */
				200: {
					content: {
						"application/json": components["schemas"]["PushChannel"];
					};
				};
				/** @description It rings */
				201: {
					content: {
						"application/json": components["schemas"]["PushChannel"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description The `Idempotency-Key` was used for something else, or is being answered */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/push/{id}": {
		/** Let a browser ring no more */
		delete: {
			parameters: {
				path: {
					/** @description The browser’s, as the list has it. */
					id: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description It rings no more */
				204: nothing;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/push/{id}/test": {
		/**
		 * Try a browser
		 * @description Within a second on a server, within a minute on Workers.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description The browser’s, as the list has it. */
					id: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description A notification is on its way */
				202: nothing;
				/** @description Not found */
				404: problem;
				/** @description The `Idempotency-Key` was used for something else, or is being answered */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/reminders": {
		/**
		 * What rings when
		 * @description Computed from `reminders` of the subscription and of single events, ordered by `at`, then `key`. Ask again after every change: what is not among the answer any more is to be taken back.
		 */
		get: {
			parameters: {
				query?: {
					/** @description The `next` of the page before, as it was given. */
					cursor?: string;
					/** @description Inclusive; now, unless given. A date (in your zone) or an instant. */
					from?: string;
					/** @description How many at most, 1 to 500. */
					limit?: number;
					/** @description Exclusive; 7 days on, unless given; at most 62. A date (in your zone) or an instant. */
					to?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Reminders */
				200: {
					content: {
						"application/json": {
							/** @description Give as `cursor` for the next page; absent on the last. */
							next?: string;
							reminders: components["schemas"]["Reminder"][];
						};
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/reports": {
		/**
		 * Report that an event of a personal feed is wrong
		 * @description As `POST /v1/reports`, and also of the members’ events that the feed shows: any other is unknown, whether there is one or not. Nothing is kept of who reported.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @example hanbit-bears/baseball */
						calendar: string;
						/** @enum {string} */
						kind: "time" | "cancelled" | "missing" | "other";
						note?: string;
						/** @description The calendar’s revision that the reporter saw. */
						revision?: number;
						/** @description Where it can be read: an address of http or https. */
						source?: string;
						suggestion?: {
							end?: string;
							/** @description Of a series, the day that is meant. */
							happening?: string;
							location?: string;
							/** @description A date, or a local time in the event’s zone. */
							start?: string;
							/** @enum {string} */
							status?: "cancelled" | "postponed";
							title?: string;
						};
						/** @description The event; none for one that is missing. */
						uid?: string;
					};
				};
			};
			responses: {
				/** @description Taken */
				201: {
					content: {
						"application/json": components["schemas"]["FiledReport"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/reports/{receipt}": {
		/**
		 * What became of a report of a members’ event
		 * @description All of it, for whoever still sees such events in the feed.
		 */
		get: {
			parameters: {
				path: {
					/** @description As it was answered when the report was made. */
					receipt: string;
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The report */
				200: {
					content: {
						"application/json": components["schemas"]["ReportOutcome"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/rotation": {
		/**
		 * Another link
		 * @description The same subscription under a new token. The old one ends, and its feed says so.
		 */
		post: {
			parameters: {
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description The new links */
				201: {
					content: {
						"application/json": components["schemas"]["NewSubscription"];
					};
				};
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Start again */
				410: problem;
				/** @description The body is larger than what is read */
				413: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
			};
		};
	};
	"/v1/subscriptions/{token}/stream": {
		/**
		 * Told at once when a personal feed changes
		 * @description Server-Sent Events: `ready` at the start, then `change` whenever there is something to ask `changes` for, each `{"revision", "calendars": [{"calendar", "revision"}]}`; `ended` when the link is rotated or erased. Where no stream can stay open, one event and the end: coming back after `retry` is the polling.
		 */
		get: {
			parameters: {
				header?: {
					/** @description The last `id` that came: what changed since is told at once. */
					"last-event-id"?: string;
				};
				path: {
					/** @description As it was given when it was made. */
					token: string;
				};
			};
			responses: {
				/** @description Events, until either side ends it */
				200: {
					content: {
						"text/event-stream": string;
					};
				};
				/** @description Not found */
				404: problem;
				/** @description Start again */
				410: problem;
				/** @description Too many for now: `Retry-After` says when */
				429: problem;
				/** @description Not at the moment */
				503: problem;
			};
		};
	};
	"/v1/templates": {
		/**
		 * A template to fill
		 * @description The columns most schedules need, with two examples to write over.
		 */
		get: {
			parameters: {
				query?: {
					/** @description A workbook offers choices and tells what each column means. */
					format?: "csv" | "xlsx";
					/** @description In which language its columns are called. */
					language?: "ko" | "en";
				};
			};
			responses: {
				/** @description The file */
				200: {
					content: {
						"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
						"text/csv": string;
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
			};
		};
	};
	"/v1/uploads/{id}": {
		/** One upload */
		get: {
			parameters: {
				path: {
					/** @description Of the upload. */
					id: string;
				};
			};
			responses: {
				/** @description The upload */
				200: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description As you have it */
				304: nothing;
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not found */
				404: problem;
			};
		};
		/**
		 * Throw an upload away
		 * @description It stays in the list, and can no longer be published. One that is published: 409.
		 */
		delete: {
			parameters: {
				path: {
					/** @description Of the upload. */
					id: string;
				};
			};
			responses: {
				/** @description Thrown away */
				200: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Answer an upload’s questions
		 * @description The file is read again with all answers so far and compared with the calendar as it is now. Cells, columns and rows are answered one by one; an empty body only looks again.
		 */
		patch: {
			parameters: {
				path: {
					/** @description Of the upload. */
					id: string;
				};
			};
			requestBody: {
				content: {
					"application/json": {
						/** @description Cells put right: the next look reads them instead of the file’s. */
						cells?: {
							column: string;
							row: number;
							value: string;
						}[];
						/** @description Headers as the file spells them, and the columns they are; "" leaves one out, "?" keeps it under its own name. A column without a header is `(E)`, the second of one header `비고 (E)`. */
						columns?: {
							[key: string]: string;
						};
						/** @enum {string} */
						dateOrder?: "DMY" | "MDY" | "YMD";
						headerRow?: number;
						/** @description Rows not to read; then nothing is withdrawn that the file lacks. */
						leaveOut?: number[];
						/** @enum {string} */
						mode?: "merge" | "replace";
						/** @description Which event a row is; null: an event of its own. */
						same?: {
							row: number;
							uid: string | null;
						}[];
						/** @description The name of a sheet; "*": all under one header, read together. */
						sheet?: string;
						/** @description Fields locked by hand in which the file is right: "uid/field". */
						takeFile?: string[];
						/** @description Whose calendar it is, where the file names only opponents; remembered. */
						team?: string;
						year?: number;
					};
				};
			};
			responses: {
				/** @description The upload as it reads now; `refused` while errors are left */
				200: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description Too large */
				413: problem;
				/** @description Unsupported kind of body */
				415: problem;
			};
		};
	};
	"/v1/uploads/{id}/publication": {
		/**
		 * Publish a reviewed upload
		 * @description Exactly what was reviewed, or nothing: 409 when the calendar moved on. With `at`, by itself at that time; what stood against it then is told in `publishNote`.
		 */
		post: {
			parameters: {
				query?: {
					/** @description Not now but then: without an offset, in the calendar’s zone. */
					at?: string;
					/** @description Take the stated defaults of guard and identity questions. */
					confirm?: "true" | "false";
					/** @description The `plan` that was looked at: 409 when it is no longer what would be published. */
					plan?: string;
					/** @description For the history. */
					reason?: string;
				};
				header?: {
					/** @description The same key and body again: the same answer, done once. Kept for 48 hours. */
					"Idempotency-Key"?: string;
				};
				path: {
					/** @description Of the upload. */
					id: string;
				};
			};
			responses: {
				/** @description Published; with `at`, still `ready` */
				200: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
		/**
		 * Take the time of a publication back
		 * @description The upload is reviewed still. Twice is as once; what is published already: 409.
		 */
		delete: {
			parameters: {
				path: {
					/** @description Of the upload. */
					id: string;
				};
			};
			responses: {
				/** @description Without a time */
				200: {
					content: {
						"application/json": components["schemas"]["Upload"];
					};
				};
				/** @description The request is not as it should be */
				400: problem;
				/** @description A key is needed */
				401: problem;
				/** @description Not with this key */
				403: problem;
				/** @description Not found */
				404: problem;
				/** @description Not in the present state */
				409: problem;
				/** @description The body is larger than what is read */
				413: problem;
			};
		};
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		Audience: {
			/** @description Its events that are not over. */
			ahead: number;
			audience: string;
			createdAt: string;
			/** @description Keys that have not expired. */
			keys: number;
			name: string;
			/** @description Personal feeds that were given it. */
			subscriptions: number;
			/**
			 * @description Names in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Members"
			 *       }
			 *     }
			 */
			translations: {
				[key: string]: {
					name?: string;
				};
			};
		};
		AuditEntry: {
			about: {
				[key: string]: unknown;
			};
			/** @description A publication (upload, edit, restoration, settings, …), or `key.made`, `invitation.accepted`, `settings.changed`, … */
			action: string;
			at: string;
			/** @description The label of a key, or `operator`. */
			author: string;
			calendar: string | null;
			/** @description The first 20 events of a publication. */
			changes: {
				fields: {
					field: string;
					from?: unknown;
					to?: unknown;
				}[];
				start: string;
				title: string;
				type: string;
				uid: string;
			}[];
			filename: string | null;
			/** @description Whether there are more changes than these. */
			more: boolean;
			reason: string | null;
			revision: number | null;
			uploadId: string | null;
		};
		Calendar: {
			calendar: string;
			category: string | null;
			color: string | null;
			createdAt: string;
			defaultMinutes: number;
			deletedAt: string | null;
			description: string | null;
			feedUrl: string;
			language: string;
			name: string;
			partner: string;
			revision: number;
			timezone: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
			webcalUrl: string;
		};
		CalendarSettings: {
			/** @description A new name for its address. */
			calendar?: string;
			category?: string | null;
			color?: string | null;
			/** @description How long a timed event without an end lasts. */
			defaultMinutes?: number;
			description?: string | null;
			/**
			 * @description Of markers, labels and findings.
			 * @enum {string}
			 */
			language?: "ko" | "en";
			name?: string;
			/** @example Asia/Seoul */
			timezone?: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations?: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
		};
		Change: {
			event: components["schemas"]["Event"];
			/** @enum {string} */
			type: "upsert";
		} | {
			/** @enum {string} */
			type: "remove";
			uid: string;
		};
		Changes: {
			changes: components["schemas"]["Change"][];
			/** @description Whether asking again at once gives more. */
			more: boolean;
			/** @description The token to come back with; always present. */
			next: string;
		};
		Clients: {
			clients: {
				/** @enum {string} */
				family: "google" | "apple-ios" | "apple-mac" | "outlook-cloud" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5" | "vdirsyncer" | "kde" | "nextcloud" | "browser" | "bot" | "other";
				/** @description How many were measured. */
				intervals: number;
				/** @enum {string} */
				measuredAt: "personal" | "shared";
				median: number;
				name: string;
				p10: number;
				p90: number;
				/** @description Minutes, as others have seen or as its maker says. */
				said: {
					from: number;
					to: number;
				} | null;
			}[];
		};
		DoctorReport: {
			answers: {
				/** @enum {string} */
				client: "google" | "apple" | "outlook" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5";
				contentType: string | null;
				encoding: string | null;
				failure: string | null;
				name: string;
				octets: number;
				status: number | null;
				/** @enum {string} */
				way: "first" | "get" | "head" | "again" | "stranger" | "plain" | "robots";
			}[];
			clients: {
				/** @enum {string} */
				client: "google" | "apple" | "outlook" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5";
				/** @description In Korean or English, by Accept-Language. */
				message: string;
				name: string;
				/** @enum {string} */
				state: "well" | "impaired" | "broken";
			}[];
			events: number | null;
			findings: {
				clients: {
					/** @enum {string} */
					client: "google" | "apple" | "outlook" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5";
					/** @enum {string} */
					effect: "not_reached" | "file_ignored" | "events_wiped" | "disabled" | "file_may_be_refused" | "may_not_reach" | "events_lost" | "wrong_times" | "wrong_days" | "edits_missed" | "deletions_missed" | "text_cut" | "text_garbled" | "link_broken" | "cancelled_hidden" | "reminders_lost" | "asks_for_answer" | "address_not_kept" | "name_unknown" | "tags_shown" | "link_not_shown" | "fetched_anew" | "at_risk";
					/** @description In Korean or English, by Accept-Language. */
					message: string;
					name: string;
				}[];
				/** @enum {string} */
				code: "line_ends" | "last_line_end" | "line_long" | "line_unreadable" | "fold_in_character" | "not_utf8" | "bom" | "control_character" | "text_escape" | "escape_unknown" | "name_escape" | "uri_value" | "uri_scheme" | "parameter_quote" | "calendar_property_late" | "structure" | "calendar_twice" | "version" | "prodid" | "calscale" | "method" | "method_act" | "attendees" | "no_event" | "uid_missing" | "dtstamp_missing" | "start_missing" | "date_invalid" | "summary_missing" | "property_twice" | "uid_long" | "uid_twice" | "stamp_not_utc" | "change_marks" | "sequence_value" | "override_sequence" | "end_and_duration" | "end_before_start" | "end_not_after_start" | "end_type" | "duration_value" | "all_day_end" | "all_day_as_times" | "summary_long" | "summary_lines" | "description_long" | "description_tags" | "url_hidden" | "status_unknown" | "cancelled_hidden" | "cancelled_alarm" | "transp_value" | "busy_disagrees" | "geo_value" | "alarm_incomplete" | "alarm_absolute" | "color_value" | "name_missing" | "names_differ" | "refresh_value" | "rule_off_start" | "rule_invalid" | "rule_twice" | "rule_once" | "until_type" | "rule_not_portable" | "rdate" | "this_and_future" | "week_start" | "exdate_type" | "exdate_off" | "override_type" | "override_alone" | "excluded_and_moved" | "clock_change" | "rule_costly" | "single_in_zone" | "zone_undeclared" | "zone_declared_twice" | "zone_unused" | "zone_name" | "zone_on_utc" | "zone_definition" | "zone_wrong" | "floating" | "content_type" | "charset" | "path_ending" | "head_differs" | "no_validator" | "condition_ignored" | "condition_wrong" | "changes_every_time" | "stamp_is_now" | "tag_blind" | "tag_restless" | "not_compressed" | "compressed_unasked" | "vary_missing" | "refused_client" | "another_answer" | "cookies" | "cache_control" | "unreachable" | "server_error" | "not_calendar" | "empty_body" | "cut_short" | "http_open" | "http_fails" | "not_https" | "redirects_many" | "redirect_not_kept" | "redirect_insecure" | "not_found" | "gone" | "robots" | "url_long" | "url_characters" | "too_many_events" | "too_large";
				/** @description At how many places; the first are shown. */
				count: number;
				/** @description What would be right. */
				hint: string;
				/** @description Of the checklist in docs/interop.md. */
				item: number;
				/** @description In Korean or English, by Accept-Language. */
				message: string;
				places: {
					line: number;
					text: string;
				}[];
				/** @enum {string} */
				severity: "breaks" | "hurts" | "note";
			}[];
			/** @enum {string} */
			health: "healthy" | "hurts" | "breaks";
			octets: number | null;
			redirects: {
				next: string;
				status: number;
				url: string;
			}[];
			/** @description Where the feed was found in the end. */
			url: string | null;
		};
		EditedEvent: {
			event: components["schemas"]["PartnerEvent"];
			findings: components["schemas"]["Finding"][];
			revision: number;
		};
		Event: {
			alarms: number[];
			allDay: boolean;
			/** @description The audience that alone is told of it; null for everybody’s events. */
			audience: string | null;
			away: string | null;
			calendar: string;
			categories: string[];
			description: string | null;
			/** @description As start; inclusive when all-day; null when not given. */
			end: string | null;
			/** @description Instant with offset; exclusive. */
			endsAt: string;
			exdates: string[];
			externalId: string | null;
			gameNo: number | null;
			home: string | null;
			kind: string;
			lang: string | null;
			links: {
				label: string;
				url: string;
			}[];
			location: {
				address: string | null;
				latitude: number | null;
				longitude: number | null;
				name: string | null;
				region: string | null;
			} | null;
			/** @description The slot the event first had, when it no longer has it. */
			movedFrom: {
				allDay: boolean;
				start: string;
				timeTbd: boolean;
				timezone: string;
			} | null;
			/** @description Happenings of a series that differ, by the start its rule makes: their times, and of the other fields those that differ. Empty in lists of occurrences. */
			overrides: ({
				end: string | null;
				endsAt: string;
				recurrenceId: string;
				start: string;
				startsAt: string;
			} & {
				[key: string]: unknown;
			})[];
			partner: string;
			reason: string | null;
			/** @description In lists of occurrences: the start in its series. */
			recurrenceId: string | null;
			result: string | null;
			revision: number;
			rrule: string | null;
			sequence: number;
			soldOut: boolean;
			/** @description Local wall time, or a date when all-day. */
			start: string;
			/** @description Instant with offset. */
			startsAt: string;
			/** @enum {string} */
			status: "tentative" | "confirmed" | "postponed" | "cancelled" | "ended";
			tags: string[];
			ticketOpensAt: string | null;
			timeTbd: boolean;
			timezone: string;
			title: string;
			translations: {
				[key: string]: {
					description?: string;
					location?: string;
					title?: string;
				};
			};
			/** @description Minted once, for life. */
			uid: string;
			updatedAt: string;
			url: string | null;
		};
		EventHistory: {
			event: components["schemas"]["Event"] & unknown;
			history: {
				at: string;
				/** @description What differs from the version before: short things as text, of long ones (`description`, `links`, …) the name alone. */
				fields: {
					field: string;
					from: string | null;
					to: string | null;
				}[];
				reason: string | null;
				removed: boolean;
				revision: number;
				start: string;
				status: string;
				timeTbd: boolean;
				title: string;
			}[];
			removed: boolean;
		};
		FiledReport: {
			/** @description Told this once; only its hash is kept. */
			receipt: string;
			receiptUrl: string;
			status: string;
		};
		Finding: {
			code: string;
			column?: string;
			/** @description What was set by hand, and what the file says instead. */
			conflict?: {
				field: string;
				kept?: unknown;
				offered?: unknown;
				uid: string;
			};
			hint: string;
			line?: number;
			message: string;
			pointer?: string;
			property?: string;
			/** @description Of identity: rows, the events they may be, and what confirm=true takes (null: a new one). */
			question?: {
				candidates: {
					start: string;
					title: string;
					uid: string;
				}[];
				proposed: string | null;
				rows: number[];
			};
			row?: number;
			/** @enum {string} */
			severity: "error" | "warning" | "question";
			/** @description Of sheets that were read together (`sheet=*`): rows count on over them. */
			sheet?: string;
			sheetRow?: number;
			value?: string;
		};
		FoundCalendar: {
			calendar: string;
			category: string | null;
			color: string | null;
			createdAt: string;
			defaultMinutes: number;
			deletedAt: string | null;
			description: string | null;
			feedUrl: string;
			language: string;
			name: string;
			partner: string;
			partnerName: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			partnerTranslations: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
			revision: number;
			timezone: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
			webcalUrl: string;
		};
		Freshness: {
			at: string;
			clients: {
				/** @description Upcoming events that are new or otherwise since. */
				changes: number;
				/** @enum {string} */
				family: "google" | "apple-ios" | "apple-mac" | "outlook-cloud" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5" | "vdirsyncer" | "kde" | "nextcloud" | "browser" | "bot" | "other";
				fetchedAt: string;
				name: string;
				/** @description Its owner chose otherwise since. */
				ownChanges: boolean;
				/** @description How old it is. */
				seconds: number;
				/** @example 7 hours old: one change is not in it yet */
				text: string;
				upToDate: boolean;
			}[];
		};
		Invitation: {
			createdAt: string;
			createdBy: string;
			expiresAt: string;
			id: string;
			label: string;
			/**
			 * @description Viewers read, editors change, owners also say who may.
			 * @enum {string}
			 */
			role: "owner" | "editor" | "viewer";
		};
		KeptStoreGroup: {
			/** @description How many events it changed. */
			events: number;
			group: components["schemas"]["StoreGroup"];
			revision: number;
		};
		Key: {
			createdAt: string;
			id: string;
			label: string;
			revokedAt: string | null;
			/**
			 * @description Viewers read, editors change, owners also say who may.
			 * @enum {string}
			 */
			role: "owner" | "editor" | "viewer";
			signedInOn: string | null;
		};
		LaidOverlay: {
			/** @description Minutes before; null: as the subscription has it; empty: none. */
			alarms: number[] | null;
			changedAt: string;
			hidden: boolean;
			/** @description In the event's description; at most 1000 units. */
			memo: string | null;
			reminders: {
				/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
				allDay: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/** @description Days before a timed event, 0 to 30; at most 5. */
				daysBefore: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/**
				 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
				 * @example [
				 *       30
				 *     ]
				 */
				minutes: number[];
				/** @description Minutes before tickets open, 0 to 40320; at most 5. */
				tickets: number[];
			} | null;
			/** @description The subscription's: where it is the one you know and one more, nobody else wrote. */
			revision: number;
			/**
			 * @description Happenings of a series to hide, by day or recurrenceId; at most 400.
			 * @example [
			 *       "2026-05-01"
			 *     ]
			 */
			skipped: string[];
			start: string | null;
			/** @description Null: in none of its calendars now. */
			title: string | null;
			uid: string;
		};
		Membership: {
			/** @description False while the key is gone or has expired. */
			active: boolean;
			audience: string;
			name: string;
			partner: string;
			translations: {
				[key: string]: {
					name?: string;
				};
			};
		};
		MergedReport: {
			createdAt: string;
			/** @enum {string} */
			kind: "time" | "cancelled" | "missing" | "other";
			note: string | null;
			source: string | null;
			suggestion: {
				[key: string]: string;
			};
		};
		Mine: {
			/** @description Minutes before the start that ring. */
			alarms: number[];
			hidden: boolean;
			memo: string | null;
			/** @description Days on which happenings of a series are hidden. */
			skipped: string[];
			/** @description As the feed has it: with prefix and language. */
			title: string;
		};
		NewInvitation: {
			createdAt: string;
			createdBy: string;
			expiresAt: string;
			id: string;
			label: string;
			/**
			 * @description Viewers read, editors change, owners also say who may.
			 * @enum {string}
			 */
			role: "owner" | "editor" | "viewer";
			url: string;
		};
		NewKey: {
			id: string;
			key: string;
		};
		NewSubscription: {
			/** @description Minutes before, 0 to 40320; at most 5. */
			alarms: number[];
			/**
			 * @description partner/calendar, 1 to 50, of any partners.
			 * @example [
			 *       "harbour/regatta"
			 *     ]
			 */
			calendars: string[];
			/** @enum {string} */
			cancelled: "mark" | "drop";
			changedAt: string;
			createdAt: string;
			/**
			 * @description When, on the evening before an all-day event.
			 * @example 20:00
			 */
			eveningBefore: string | null;
			/** @description With `split`: a link for each category; null: of events without one. */
			feeds: {
				category: string | null;
				feedUrl: string;
				webcalUrl: string;
			}[];
			feedUrl: string;
			filters: {
				/** @description Any of these; at most 100. Empty: all. */
				categories: string[];
				/**
				 * @description Of the chosen teams; without any, of the team that plays most in a calendar.
				 * @enum {string|null}
				 */
				homeAway: "home" | "away" | null;
				/** @description Any of these; at most 100. Empty: all. */
				kinds: string[];
				/** @description Any of these; at most 100. Empty: all. */
				tags: string[];
				/** @description Any of these; at most 100. Empty: all. */
				teams: string[];
				weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
			};
			/** @description Any of these; at most 100. Empty: all. */
			hiddenTeams: string[];
			/** @description Your name for it, at most 100 units. */
			label: string | null;
			/** @description Two letters; null: each event in the language in which it was published. */
			language: string | null;
			/** @description The page on which all of it can be changed. */
			manageUrl: string;
			/** @description 0 to 3650; null: as much of the past as fits. */
			pastDays: number | null;
			/** @description Before every title: at most 32 units. */
			prefix: string;
			reminders: {
				/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
				allDay: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/** @description Whether what changes near an event is pushed. */
				changes: boolean;
				/** @description Days before a timed event, 0 to 30; at most 5. */
				daysBefore: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/**
				 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
				 * @example [
				 *       30
				 *     ]
				 */
				minutes: number[];
				/**
				 * @description What would ring in it rings a minute before it begins.
				 * @example {
				 *       "from": "23:00",
				 *       "to": "07:00"
				 *     }
				 */
				quiet: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					from: string;
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					to: string;
				} | null;
				/** @description Minutes before tickets open, 0 to 40320; at most 5. */
				tickets: number[];
			} | null;
			/** @description Whether results are told; false: none is. */
			results: boolean;
			revision: number;
			/**
			 * @description One more link a category.
			 * @enum {string|null}
			 */
			split: "category" | null;
			/** @description Yours, by its IANA name. */
			timezone: string | null;
			/** @description Shown once: who has it may read and change all. */
			token: string;
			/** @description Whether the venue's time is told beside yours. */
			venueTime: boolean;
			webcalUrl: string;
		};
		Overlay: {
			/** @description Minutes before; null: as the subscription has it; empty: none. */
			alarms: number[] | null;
			changedAt: string;
			hidden: boolean;
			/** @description In the event's description; at most 1000 units. */
			memo: string | null;
			reminders: {
				/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
				allDay: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/** @description Days before a timed event, 0 to 30; at most 5. */
				daysBefore: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/**
				 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
				 * @example [
				 *       30
				 *     ]
				 */
				minutes: number[];
				/** @description Minutes before tickets open, 0 to 40320; at most 5. */
				tickets: number[];
			} | null;
			/**
			 * @description Happenings of a series to hide, by day or recurrenceId; at most 400.
			 * @example [
			 *       "2026-05-01"
			 *     ]
			 */
			skipped: string[];
			start: string | null;
			/** @description Null: in none of its calendars now. */
			title: string | null;
			uid: string;
		};
		OwnChange: {
			event: components["schemas"]["OwnEvent"];
			/** @enum {string} */
			type: "upsert";
		} | {
			/** @enum {string} */
			type: "remove";
			uid: string;
		};
		OwnChanges: {
			changes: components["schemas"]["OwnChange"][];
			/** @description Whether asking again at once gives more. */
			more: boolean;
			/** @description The token to come back with; always present. */
			next: string;
		};
		OwnEvent: {
			alarms: number[];
			allDay: boolean;
			/** @description The audience that alone is told of it; null for everybody’s events. */
			audience: string | null;
			away: string | null;
			calendar: string;
			categories: string[];
			description: string | null;
			/** @description As start; inclusive when all-day; null when not given. */
			end: string | null;
			/** @description Instant with offset; exclusive. */
			endsAt: string;
			exdates: string[];
			externalId: string | null;
			gameNo: number | null;
			home: string | null;
			kind: string;
			lang: string | null;
			links: {
				label: string;
				url: string;
			}[];
			location: {
				address: string | null;
				latitude: number | null;
				longitude: number | null;
				name: string | null;
				region: string | null;
			} | null;
			mine: components["schemas"]["Mine"];
			/** @description The slot the event first had, when it no longer has it. */
			movedFrom: {
				allDay: boolean;
				start: string;
				timeTbd: boolean;
				timezone: string;
			} | null;
			/** @description With `from` and `to`: those in the range, by start. */
			occurrences?: components["schemas"]["OwnOccurrence"][];
			/** @description Happenings of a series that differ, by the start its rule makes: their times, and of the other fields those that differ. Empty in lists of occurrences. */
			overrides: ({
				end: string | null;
				endsAt: string;
				recurrenceId: string;
				start: string;
				startsAt: string;
			} & {
				[key: string]: unknown;
			})[];
			partner: string;
			reason: string | null;
			/** @description In lists of occurrences: the start in its series. */
			recurrenceId: string | null;
			result: string | null;
			revision: number;
			rrule: string | null;
			sequence: number;
			soldOut: boolean;
			/** @description Local wall time, or a date when all-day. */
			start: string;
			/** @description Instant with offset. */
			startsAt: string;
			/** @enum {string} */
			status: "tentative" | "confirmed" | "postponed" | "cancelled" | "ended";
			tags: string[];
			ticketOpensAt: string | null;
			timeTbd: boolean;
			timezone: string;
			title: string;
			translations: {
				[key: string]: {
					description?: string;
					location?: string;
					title?: string;
				};
			};
			/** @description Minted once, for life. */
			uid: string;
			updatedAt: string;
			url: string | null;
		};
		OwnOccurrence: {
			allDay: boolean;
			/** @description As start; inclusive when all-day; null when not given. */
			end: string | null;
			/** @description Instant with offset; exclusive. */
			endsAt: string;
			hidden: boolean;
			location?: {
				address: string | null;
				latitude: number | null;
				longitude: number | null;
				name: string | null;
				region: string | null;
			} | null;
			/** @description In lists of occurrences: the start in its series. */
			recurrenceId: string | null;
			/** @description Local wall time, or a date when all-day. */
			start: string;
			/** @description Instant with offset. */
			startsAt: string;
			/** @enum {string} */
			status?: "tentative" | "confirmed" | "postponed" | "cancelled" | "ended";
			timeTbd?: boolean;
			/** @description Only where it is not `mine.title`; so are the next three. */
			title?: string;
		};
		Partner: {
			color: string | null;
			createdAt: string;
			description: string | null;
			locale: string;
			logoUrl: string | null;
			name: string;
			partner: string;
			timezone: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
		};
		PartnerEvent: {
			/** @description Further ids by which files know it. */
			aliases: string[];
			facts: {
				start: string;
				status: string;
				title: string;
			} & {
				[key: string]: unknown;
			};
			/** @description Fields set by hand, which no upload overrules: `start` is when the event is as a whole; parts are `location.name`, `translations.en.title`, `overrides.<recurrenceId>`. */
			locked: string[];
			movedFrom: ({
				start: string;
			} & {
				[key: string]: unknown;
			}) | null;
			removed: boolean;
			/** @description The season it was archived with. */
			season: string | null;
			sequence: number;
			uid: string;
			withdrawn: boolean;
		} | null;
		PartnerEventHistory: {
			event: components["schemas"]["PartnerEvent"];
			history: {
				author: string;
				fields: {
					field: string;
					from?: unknown;
					to?: unknown;
				}[];
				kind: string;
				publishedAt: string;
				reason: string | null;
				removed: boolean;
				revision: number;
				uploadId: string | null;
			}[];
		};
		PartnerLook: {
			color?: string | null;
			description?: string | null;
			name?: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations?: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
		};
		PartnerSettings: {
			color?: string | null;
			description?: string | null;
			/**
			 * @description Of markers, labels and findings.
			 * @enum {string}
			 */
			locale?: "ko" | "en";
			name: string;
			/** @example Asia/Seoul */
			timezone?: string;
			/**
			 * @description Texts in other languages.
			 * @example {
			 *       "en": {
			 *         "name": "Hanbit Bears"
			 *       }
			 *     }
			 */
			translations?: {
				[key: string]: {
					description?: string;
					name?: string;
				};
			};
		};
		Problem: {
			/** @enum {string} */
			code: "invalid_request" | "unknown_option" | "token_invalid" | "unauthorized" | "forbidden" | "not_from_here" | "too_many_attempts" | "too_many_reports" | "reports_full" | "report_decided" | "report_not_about" | "invitation_over" | "not_found" | "url_not_allowed" | "not_fetched" | "http_status" | "pulled_just_now" | "name_invalid" | "name_reserved" | "name_taken" | "calendar_moved_on" | "calendar_deleted" | "upload_not_ready" | "questions_open" | "plan_changed" | "publication_time" | "nothing_given" | "guard_not_confirmed" | "revision_not_earlier" | "not_exportable" | "idempotency_conflict" | "idempotency_busy" | "idempotency_lost" | "season_taken" | "nothing_to_archive" | "group_name_taken" | "token_gone" | "too_many" | "audience_in_use" | "audience_key_invalid" | "audience_key_unknown" | "audience_key_used_up" | "over_limit" | "overlays_full" | "choice_invalid" | "subscription_ended" | "too_many_subscriptions" | "subscription_busy" | "subscription_moved_on" | "too_many_streams" | "network_streams_full" | "streams_full" | "endpoint_not_allowed" | "push_key_invalid" | "too_many_pushes" | "doctor_busy" | "mail_unavailable" | "too_large" | "file_too_costly" | "unsupported_media" | "image_kind" | "image_damaged" | "image_measures" | "method_not_allowed" | "quarantined" | "unavailable" | "internal";
			detail: string;
			status: number;
			title: string;
			type: string;
		} & {
			[key: string]: unknown;
		};
		PushChannel: {
			createdAt: string;
			/** @description Of the push service; the rest is a secret. */
			host: string;
			id: string;
			label: string | null;
			/** @enum {string} */
			language: "ko" | "en";
			lastSentAt: string | null;
		};
		Reach: {
			at: string;
			/** @description A service fetches once for all: there are more. */
			atLeast: boolean;
			calendar: string;
			devices: number;
			families: {
				devices: number;
				/** @enum {string} */
				family: "google" | "apple-ios" | "apple-mac" | "outlook-cloud" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5" | "vdirsyncer" | "kde" | "nextcloud" | "browser" | "bot" | "other";
				fetchedAt: string;
				fetches: number;
				name: string;
				personal: number;
				/**
				 * @description device: for one person; cloud: one fetch for all of its users; nobody: not a calendar.
				 * @enum {string}
				 */
				polls: "device" | "cloud" | "nobody";
				revision: number | null;
			}[];
			partner: string;
			personal: number;
			revision: number;
			revisions: {
				have: number;
				of: number;
				percent: number | null;
				publishedAt: string;
				revision: number;
			}[];
			services: ("google" | "apple-ios" | "apple-mac" | "outlook-cloud" | "outlook-classic" | "thunderbird" | "evolution" | "icsx5" | "vdirsyncer" | "kde" | "nextcloud" | "browser" | "bot" | "other")[];
			/** @description personal + devices + one for each of services. */
			subscribers: number;
		};
		Reminder: {
			allDay: boolean;
			/**
			 * @description When it rings.
			 * @example 2026-05-01T09:00:00Z
			 */
			at: string;
			/** @example Today 18:30 · Jamsil */
			body: string;
			/** @example harbour/regatta */
			calendar: string;
			/** @description Names the rule and the happening, and stays when that moves: schedule by it. */
			key: string;
			/** @enum {string} */
			kind: "before" | "day" | "allDay" | "tickets";
			/** @description Of `before` and `tickets`: so many before the start, or before they open. */
			minutes: number | null;
			recurrenceId: string | null;
			/** @description Of the event. */
			startsAt: string;
			timeTbd: boolean;
			timezone: string;
			title: string;
			uid: string;
			/** @description Of the event; of the tickets, for those. */
			url: string | null;
		};
		Report: {
			/** @description The audience that alone sees the event, or saw it when it was reported. */
			audience: string | null;
			calendar: string;
			createdAt: string;
			decidedAt: string | null;
			decidedBy: string | null;
			/** @description What is suggested otherwise than it is now. */
			fields: {
				/** @enum {string} */
				field: "title" | "start" | "end" | "status" | "location";
				now?: unknown;
				suggested?: unknown;
			}[];
			id: string;
			/** @enum {string} */
			kind: "time" | "cancelled" | "missing" | "other";
			note: string | null;
			reason: string | null;
			/** @description How many said so. */
			reports: number;
			/** @description Which corrected it. */
			revision: number | null;
			revisionSeen: number | null;
			source: string | null;
			status: string;
			suggestion: {
				[key: string]: string;
			};
			title: string | null;
			uid: string | null;
		};
		ReportOutcome: {
			calendar: string;
			/** @description The revision that corrected it; of an accepted report. */
			correctedIn: number | null;
			createdAt: string;
			decidedAt: string | null;
			/** @enum {string|null} */
			kind: "time" | "cancelled" | "missing" | "other" | null;
			note: string | null;
			/** @description How many others reported the same. */
			others: number;
			/** @description How many calendars have the correction, of those that can be counted. */
			reached: {
				have: number;
				of: number;
			} | null;
			reason: string | null;
			revision: number | null;
			source: string | null;
			/** @enum {string} */
			status: "open" | "accepted" | "rejected";
			suggestion: {
				[key: string]: string;
			};
			uid: string | null;
			/** @description Of a members’ event: what it says is told through the subscription alone. */
			withheld: boolean;
		};
		Revision: {
			author: string;
			feed: {
				events: number;
				octets: number;
				omitted: number;
				sha256: string;
			};
			/** @enum {string} */
			kind: "creation" | "upload" | "restoration" | "edit" | "season" | "settings" | "timezones" | "deletion" | "expiry";
			publishedAt: string;
			reason: string | null;
			restored: number | null;
			revision: number;
			summary: {
				[key: string]: number;
			};
			uploadId: string | null;
		};
		Season: {
			author: string;
			before: string;
			createdAt: string;
			/** @description How many were archived. */
			events: number;
			formats: ("ics" | "csv")[];
			/** @description The archive, for everybody. */
			icsUrl: string;
			name: string;
			revision: number;
		};
		Source: {
			calendar: string;
			createdAt: string;
			/** @description Minutes. */
			every: number;
			/** @description In a row. */
			failures: number;
			httpStatus: number | null;
			id: string;
			/** @enum {string} */
			mode: "merge" | "replace";
			nextAt: string;
			notice: {
				email: string | null;
				webhook: string | null;
			} | null;
			/** @description Why the last notice was not given. */
			noticeProblem: {
				code: string;
				message: string;
			} | null;
			partner: string;
			/** @description Why it is failing. */
			problem: {
				code: string;
				message: string;
			} | null;
			pulledAt: string | null;
			/**
			 * @description `waiting`: what came has errors or questions, see `upload`.
			 * @enum {string}
			 */
			state: "new" | "ok" | "waiting" | "failing";
			/** @description The last that was made of it. */
			upload: string | null;
			url: string;
			/** @description Signs the notices (Standard Webhooks); shown this once. */
			webhookSecret?: string;
		};
		StoreGroup: {
			name: string;
			stores: {
				address: string | null;
				name: string;
				region: string | null;
			}[];
		};
		StoreGroupEvents: {
			events: components["schemas"]["PartnerEvent"][];
			findings: components["schemas"]["Finding"][];
			revision: number;
		};
		Subscription: {
			/** @description Minutes before, 0 to 40320; at most 5. */
			alarms: number[];
			/**
			 * @description partner/calendar, 1 to 50, of any partners.
			 * @example [
			 *       "harbour/regatta"
			 *     ]
			 */
			calendars: string[];
			/** @enum {string} */
			cancelled: "mark" | "drop";
			changedAt: string;
			createdAt: string;
			/**
			 * @description When, on the evening before an all-day event.
			 * @example 20:00
			 */
			eveningBefore: string | null;
			/** @description With `split`: a link for each category; null: of events without one. */
			feeds: {
				category: string | null;
				feedUrl: string;
				webcalUrl: string;
			}[];
			feedUrl: string;
			filters: {
				/** @description Any of these; at most 100. Empty: all. */
				categories: string[];
				/**
				 * @description Of the chosen teams; without any, of the team that plays most in a calendar.
				 * @enum {string|null}
				 */
				homeAway: "home" | "away" | null;
				/** @description Any of these; at most 100. Empty: all. */
				kinds: string[];
				/** @description Any of these; at most 100. Empty: all. */
				tags: string[];
				/** @description Any of these; at most 100. Empty: all. */
				teams: string[];
				weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
			};
			/** @description Any of these; at most 100. Empty: all. */
			hiddenTeams: string[];
			/** @description Your name for it, at most 100 units. */
			label: string | null;
			/** @description Two letters; null: each event in the language in which it was published. */
			language: string | null;
			/** @description The page on which all of it can be changed. */
			manageUrl: string;
			/** @description 0 to 3650; null: as much of the past as fits. */
			pastDays: number | null;
			/** @description Before every title: at most 32 units. */
			prefix: string;
			reminders: {
				/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
				allDay: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/** @description Whether what changes near an event is pushed. */
				changes: boolean;
				/** @description Days before a timed event, 0 to 30; at most 5. */
				daysBefore: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/**
				 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
				 * @example [
				 *       30
				 *     ]
				 */
				minutes: number[];
				/**
				 * @description What would ring in it rings a minute before it begins.
				 * @example {
				 *       "from": "23:00",
				 *       "to": "07:00"
				 *     }
				 */
				quiet: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					from: string;
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					to: string;
				} | null;
				/** @description Minutes before tickets open, 0 to 40320; at most 5. */
				tickets: number[];
			} | null;
			/** @description Whether results are told; false: none is. */
			results: boolean;
			revision: number;
			/**
			 * @description One more link a category.
			 * @enum {string|null}
			 */
			split: "category" | null;
			/** @description Yours, by its IANA name. */
			timezone: string | null;
			/** @description Whether the venue's time is told beside yours. */
			venueTime: boolean;
			webcalUrl: string;
		};
		SubscriptionExport: {
			/** @description Minutes before, 0 to 40320; at most 5. */
			alarms: number[];
			audiences: components["schemas"]["Membership"][];
			/** @description Every one that was ever opened, so that leaving it can be told. */
			audiencesHad: {
				audience: string;
				partner: string;
			}[];
			/**
			 * @description partner/calendar, 1 to 50, of any partners.
			 * @example [
			 *       "harbour/regatta"
			 *     ]
			 */
			calendars: string[];
			/** @enum {string} */
			cancelled: "mark" | "drop";
			changedAt: string;
			createdAt: string;
			/**
			 * @description When, on the evening before an all-day event.
			 * @example 20:00
			 */
			eveningBefore: string | null;
			/** @description With `split`: a link for each category; null: of events without one. */
			feeds: {
				category: string | null;
				feedUrl: string;
				webcalUrl: string;
			}[];
			feedUrl: string;
			fetches: {
				/** @description null: not followed any more. */
				calendar: string | null;
				family: string;
				fetchedAt: string;
				fetches: number;
				revision: number;
			}[];
			filters: {
				/** @description Any of these; at most 100. Empty: all. */
				categories: string[];
				/**
				 * @description Of the chosen teams; without any, of the team that plays most in a calendar.
				 * @enum {string|null}
				 */
				homeAway: "home" | "away" | null;
				/** @description Any of these; at most 100. Empty: all. */
				kinds: string[];
				/** @description Any of these; at most 100. Empty: all. */
				tags: string[];
				/** @description Any of these; at most 100. Empty: all. */
				teams: string[];
				weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
			};
			/** @description Any of these; at most 100. Empty: all. */
			hiddenTeams: string[];
			/** @description Your name for it, at most 100 units. */
			label: string | null;
			/** @description Two letters; null: each event in the language in which it was published. */
			language: string | null;
			/** @description The page on which all of it can be changed. */
			manageUrl: string;
			overlays: components["schemas"]["Overlay"][];
			/** @description 0 to 3650; null: as much of the past as fits. */
			pastDays: number | null;
			/** @description Before every title: at most 32 units. */
			prefix: string;
			push: components["schemas"]["PushChannel"][];
			reminders: {
				/** @description Days before an all-day event, or one without a time yet, 0 to 30; at most 5. */
				allDay: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/** @description Whether what changes near an event is pushed. */
				changes: boolean;
				/** @description Days before a timed event, 0 to 30; at most 5. */
				daysBefore: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					at: string;
					days: number;
				}[];
				/**
				 * @description Minutes before the start of a timed event, 0 to 40320; at most 5.
				 * @example [
				 *       30
				 *     ]
				 */
				minutes: number[];
				/**
				 * @description What would ring in it rings a minute before it begins.
				 * @example {
				 *       "from": "23:00",
				 *       "to": "07:00"
				 *     }
				 */
				quiet: {
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					from: string;
					/**
					 * @description By the clock of your zone.
					 * @example 20:00
					 */
					to: string;
				} | null;
				/** @description Minutes before tickets open, 0 to 40320; at most 5. */
				tickets: number[];
			} | null;
			/** @description Whether results are told; false: none is. */
			results: boolean;
			revision: number;
			/**
			 * @description One more link a category.
			 * @enum {string|null}
			 */
			split: "category" | null;
			/** @description Yours, by its IANA name. */
			timezone: string | null;
			/** @description Whether the venue's time is told beside yours. */
			venueTime: boolean;
			webcalUrl: string;
		};
		Upload: {
			/** @description What was said of the file in review: see PATCH. */
			answers: {
				[key: string]: unknown;
			};
			author: string;
			/** @description The revision it was compared with. */
			baseRevision: number;
			calendar: string;
			/** @description The first 1000; the summary counts all. */
			changes: components["schemas"]["UploadChange"][];
			/** @description Fields set by hand in which the file says something else. */
			conflicts: {
				field: string;
				kept?: unknown;
				offered?: unknown;
				row: number | null;
				uid: string;
			}[];
			createdAt: string;
			filename: string | null;
			/** @description The first 100. */
			findings: components["schemas"]["Finding"][];
			format: string;
			id: string;
			/** @enum {string} */
			mode: "merge" | "replace";
			partner: string;
			/** @description Names what was looked at: publication may name it, and is 409 when it changed. */
			plan: string | null;
			/** @description When it is to be published by itself. */
			publishAt: string | null;
			publishedAt: string | null;
			/** @description Why it was not published at its time. */
			publishNote: {
				code: string;
				message: string;
			} | null;
			reason: string | null;
			/** @description The revision reached. */
			revision: number;
			/** @enum {string} */
			status: "ready" | "published" | "refused" | "discarded";
			summary: {
				cancelled: number;
				changed: number;
				moved: number;
				new: number;
				refused: number;
				removed: number;
				rows: number;
				unchanged: number;
			};
		};
		UploadChange: {
			fields: {
				field: string;
				from?: unknown;
				to?: unknown;
			}[];
			row: number | null;
			start: string;
			title: string;
			/** @enum {string} */
			type: "new" | "changed" | "moved" | "cancelled" | "removed";
			uid: string;
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
