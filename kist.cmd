@echo off
rem kist.py on Windows: kist check, kist serve, kist new instrument "Titel"
where py >nul 2>nul
if errorlevel 1 (
  echo Python is niet gevonden. Installeer Python 3.11 of nieuwer van python.org.
  exit /b 1
)
py -3 "%~dp0scripts\kist.py" %*
