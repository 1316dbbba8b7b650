# Thunderbird without a window, subscribed to URL. Each line of stdin, `refresh`, `look` or `texts`, is answered
# by a line of JSON: what it holds between FROM and TO.
import json, os, shutil, signal, socket, subprocess, sys, tempfile, time

url, FROM, TO = sys.argv[1:4]
PROGRAM = '/usr/lib/thunderbird/thunderbird-bin'
NOBODY = 'http://127.0.0.1:9/'

free = socket.socket()
free.bind(('127.0.0.1', 0))
port = free.getsockname()[1]
free.close()
home = tempfile.mkdtemp()
os.mkdir(f'{home}/profile')
SETTINGS = {
    'marionette.port': port, 'calendar.timezone.local': 'UTC',
    'calendar.timezone.useSystemTimezone': False, 'calendar.alarms.show': False,
    'mail.provider.suppress_dialog_on_startup': True, 'mail.spotlight.firstRunDone': True,
    'mail.shell.checkDefaultClient': False, 'mailnews.start_page.enabled': False,
    'app.update.enabled': False, 'datareporting.policy.dataSubmissionEnabled': False,
    'toolkit.telemetry.enabled': False, 'network.captive-portal-service.enabled': False,
    'network.connectivity-service.enabled': False, 'browser.safebrowsing.malware.enabled': False,
    'services.settings.server': NOBODY, 'extensions.update.enabled': False,
}
with open(f'{home}/profile/user.js', 'w') as file:
    for name, value in SETTINGS.items():
        file.write(f'user_pref("{name}", {json.dumps(value)});\n')

environment = dict(os.environ, HOME=home, TZ='UTC', MOZ_HEADLESS='1', MOZ_CRASHREPORTER_DISABLE='1',
                   MOZ_DISABLE_CONTENT_SANDBOX='1')
environment.pop('DISPLAY', None)
options = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote']
thunderbird = subprocess.Popen(
    [PROGRAM if os.path.exists(PROGRAM) else 'thunderbird', *options, '--profile', f'{home}/profile'],
    env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    start_new_session=True)


def connect():
    for _ in range(240):
        try:
            return socket.create_connection(('127.0.0.1', port), 1)
        except OSError:
            time.sleep(0.5)
    raise SystemExit('Thunderbird does not answer')


def receive():
    length = b''
    while not length.endswith(b':'):
        length += connection.recv(1)
    left, data = int(length[:-1]), b''
    while len(data) < left:
        data += connection.recv(left - len(data))
    return json.loads(data)


def command(name, parameters):
    message = json.dumps([0, 1, name, parameters]).encode()
    connection.sendall(str(len(message)).encode() + b':' + message)
    _, _, error, result = receive()
    if error:
        raise SystemExit(str(error))
    return result


IMPORT = 'const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");'
SUBSCRIBE = IMPORT + '''
const calendar = cal.manager.createCalendar("ics", Services.io.newURI(arguments[0]));
calendar.setProperty("cache.enabled", false);
cal.manager.registerCalendar(calendar);
return calendar.id;'''
REFRESH = IMPORT + 'cal.manager.getCalendarById(arguments[0]).refresh();'
LOOK = IMPORT + '''
const [id, from, to, texts] = arguments;
const filter = Ci.calICalendar;
const wanted = filter.ITEM_FILTER_TYPE_EVENT | filter.ITEM_FILTER_COMPLETED_ALL
  | filter.ITEM_FILTER_CLASS_OCCURRENCES;
const day = text => cal.createDateTime(text.replaceAll("-", "") + "T000000Z");
const digits = (...parts) => parts.map(part => String(part).padStart(2, "0"));
const written = moment => {
  const at = moment.isDate ? moment : moment.getInTimezone(cal.dtz.UTC);
  const date = digits(at.year, at.month + 1, at.day).join("-");
  return at.isDate ? date : `${date}T${digits(at.hour, at.minute, at.second).join(":")}Z`;
};
return cal.manager.getCalendarById(id).getItemsAsArray(wanted, 0, day(from), day(to)).then(items =>
  items.map(item => texts ? `${item.title}: ${item.descriptionText}`
    : `${written(item.startDate)} ${written(item.endDate)} ${item.title}`).sort());'''


def run(script, *values):
    parameters = {'script': script, 'args': values, 'sandbox': 'system'}
    return command('WebDriver:ExecuteScript', parameters)['value']


try:
    connection = connect()
    connection.settimeout(90)
    receive()
    command('WebDriver:NewSession', {'capabilities': {}})
    command('Marionette:SetContext', {'value': 'chrome'})
    subscription = run(SUBSCRIBE, url)
    print('ready', flush=True)
    for line in sys.stdin:
        if line.strip() == 'refresh':
            run(REFRESH, subscription)
        print(json.dumps(run(LOOK, subscription, FROM, TO, line.strip() == 'texts')), flush=True)
finally:
    os.killpg(thunderbird.pid, signal.SIGKILL)
    thunderbird.wait()
    shutil.rmtree(home, ignore_errors=True)
