@echo off
rem Starts Thaw from wherever it lies: without arguments the workbench, else the command line.
setlocal
set "THAW_DIR=%~dp0.."
set "THAW_JAVA=java"
if defined JAVA_HOME set "THAW_JAVA=%JAVA_HOME%\bin\java"
rem A run's garbage is a few large arrays; the workbench keeps Java's own choice of collector.
set "THAW_COLLECTOR="
if not "%~1"=="" set "THAW_COLLECTOR=-XX:+UseSerialGC"
"%THAW_JAVA%" %THAW_COLLECTOR% -Dthaw.install="%THAW_DIR%" -cp "%THAW_DIR%\lib\*" io.thaw.Launcher %*
exit /b %ERRORLEVEL%
