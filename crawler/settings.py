"""Scrapy's settings for this project; each line says why."""

from crawler.options import OPTIONS

globals().update({option.name: option.value() for option in OPTIONS})

BOT_NAME = "xianzhi"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "commands"
USER_AGENT = f"xianzhi/0.1 (county news archive; +{globals()['CONTACT']})"  # one honest name with a contact, for robots.txt and for operators

ROBOTSTXT_OBEY = True  # what a site does not want fetched is not fetched
ROBOTSTXT_USER_AGENT = "xianzhi"
DOWNLOAD_DELAY = 1.0  # at most one request a second to one machine; middlewares/politeness.py makes the slot the resolved address
CONCURRENT_REQUESTS_PER_DOMAIN = 2  # county servers are small
CONCURRENT_ITEMS = 2  # a response yields one page; Scrapy starts as many tasks for each response as this says
CONCURRENT_REQUESTS = 64  # across sites; a slot's own limits keep each site polite
AUTOTHROTTLE_ENABLED = True  # slow sites are asked less often
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0

DOWNLOAD_HANDLERS = {
    "http": "crawler.connections.HttpHandler",  # keeps as many connections as a slot uses
    "https": "crawler.oldtls.HttpsHandler",  # the same, and reads servers with small keys
}
DOWNLOAD_TIMEOUT = 30  # the State Council's own check calls a page down after 15 s; twice that for slow paths
DOWNLOAD_MAXSIZE = 64 << 20  # also after decompression; a work report with scans is far below it
DOWNLOAD_WARNSIZE = 16 << 20
DOWNLOAD_FAIL_ON_DATALOSS = False  # a body cut short is archived as truncated rather than lost
RETRY_TIMES = 2  # then the link stays pending and is asked for in a later run
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # counted and written down with its link; a line each would drown the log
RETRY_HTTP_CODES = [500, 502, 504, 522, 524, 408]  # 429 and 503 are answered by politeness.py with a pause
DUPEFILTER_CLASS = (
    "scrapy.dupefilters.BaseDupeFilter"  # the link table decides what is asked for; a filter in memory loses cookie redirects and dies with the process
)
REDIRECT_MAX_TIMES = 6  # http -> https -> www -> index page, with two to spare
HTTPERROR_ALLOW_ALL = True  # spiders see every answer: 404, 412 and 521 mean different things
COOKIES_ENABLED = True  # ordinary cookie hand-shakes of reverse proxies
REFERER_ENABLED = True  # list pages are the referers of their articles, as in a browser
TWISTED_DNS_RESOLVER = "crawler.addresses.PublicResolver"  # names that resolve to addresses that are not public are refused

REMOTE_CONTROL_ENABLED = False  # no server that runs code inside the crawler
TELNETCONSOLE_ENABLED = False  # the same
SCHEDULER_PRIORITY_QUEUE = "crawler.turns.SiteTurns"  # no site starves another
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # lists in the order of the site, newest articles first

DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.politeness.PolitenessMiddleware": 50,  # before robots.txt: refuses addresses, chooses the slot
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.middlewares.cookies.CookiesMiddleware": 700,  # in the place of Scrapy's: works without a network for its list of suffixes
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # what is asked for is decided by columns and hosts, not by a list of domains
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.refresh.RefreshMiddleware": 580,  # in the place of Scrapy's: looks before it reads
    "crawler.middlewares.archive.ArchiveMiddleware": 980,  # next to the wire: sees the bytes before they are decompressed
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # walks end by what is known, not by depth
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # HTTPERROR_ALLOW_ALL
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # would lose links of more than 2,083 characters without a word
}
ITEM_PIPELINES = {
    "pipelines.item_pipelines.RefinePipeline": 100,
    "pipelines.item_pipelines.StorePipeline": 200,
}
EXTENSIONS = {
    "crawler.extensions.budget.Budget": 0,
    "crawler.extensions.progress.Progress": 0,
    "scrapy.extensions.logstats.LogStats": None,  # progress.py says it in our words
    "scrapy.extensions.memusage.MemoryUsage": None,
}

STATS_DUMP = False  # the account at the end says it in words; all counters stand in the run table
LOG_LEVEL = "INFO"
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"
LOG_FORMATTER = "crawler.logs.QuietDrops"  # a rejected page is counted, not printed with its body
