// The event that the project published came back to it over HTTP, as JSON.
def log = new File(basedir, 'build.log').text
assert log.contains('received {"carrier":"DHL","trackingCode":"00340434"}')
